// A poster that was wiped leaves nothing in this tab either: no text that waits to be saved, no steps to undo.

sessionStorage.clear();
