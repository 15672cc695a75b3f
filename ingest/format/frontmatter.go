package format

import "strings"

// cutFrontMatter cuts the YAML between two lines "---" off the head of a text.
// What does not have one of the keys of a sidecar at the beginning of a line is
// text that happens to begin with a rule, and stays: ok is false.
func cutFrontMatter(text string) (block, rest string, ok bool) {
	first, after, found := strings.Cut(text, "\n")
	if !found || strings.TrimRight(first, " \t") != "---" {
		return "", text, false
	}
	known := false
	for at := 0; at < len(after) && at <= MaxSidecar; {
		line, _, _ := strings.Cut(after[at:], "\n")
		end := min(at+len(line)+1, len(after))
		switch strings.TrimRight(line, " \t") {
		case "---", "...":
			return after[:at], strings.TrimLeft(after[end:], "\n"), known
		}
		key, _, colon := strings.Cut(line, ":")
		if _, is := setters[strings.TrimRight(key, " ")]; colon && is {
			known = true
		}
		at = end
	}
	return "", text, false
}
