"""What tests of the command line share."""

IMPRINT = """
[imprint]
name = "An Maes"
street = "Markt 1"
postcode = "9000"
town = "Gent"
organisation = "Linde vzw"
seat = "Gent"
"""

WHOLE = f"""
language = "nl"

[text]
headline = "Warm hart,\\nvast contract."
lead = {{ text = "Vlak bij huis.", language = "nl" }}
place = "Dendermonde"

[photo.photo]
file = "me.jpg"
focus = [0.5, 0.35]
alt = "Lachende zorgkundige in de tuin"
consent = true

[logo.logo]
file = "logo.svg"
name = "De Linde"

[qr.qr]
url = "https://care-er.be/jobs"

[choice]
ground = "bos"
{IMPRINT}"""
