package query

import (
	"strconv"
	"strings"
)

// Years reads the value of the year field: "2021", "2021..2023", "2021..",
// "..2023", with two or more dots or one dash between. An open end is 0. ok is
// false for anything else, and for a range that ends before it begins.
func Years(value string) (from, to int, ok bool) {
	value = strings.TrimSpace(value)
	first, last, isRange := strings.Cut(value, "..")
	last = strings.TrimLeft(last, ".")
	if !isRange {
		first, last, isRange = strings.Cut(value, "-")
	}
	if !isRange {
		from, ok = year(value)
		return from, from, ok && from != 0
	}
	from, okFrom := year(first)
	to, okTo := year(last)
	ok = okFrom && okTo && (from != 0 || to != 0) && (from == 0 || to == 0 || from <= to)
	return from, to, ok
}

// SwapYears gives the range of years that value is if it is read from behind:
// "2021..2023" for "2023..2021". ok is false if it is none.
func SwapYears(value string) (swapped string, ok bool) {
	for _, sep := range []string{"..", "-"} {
		first, last, isRange := strings.Cut(value, sep)
		if !isRange {
			continue
		}
		swapped = strings.TrimSpace(strings.TrimLeft(last, ".")) + ".." + strings.TrimSpace(first)
		if _, _, ok := Years(swapped); ok {
			return swapped, true
		}
	}
	return "", false
}

// year reads a year of four digits; nothing is 0.
func year(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1000 && n <= 9999
}
