package ratio

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// percentWords are the words for the sign %, behind their number.
const percentWords = "phần trăm"

// A number is a run of digits, dots and commas; offsets are bytes of the
// clause.
type number struct{ start, end int }

// A quotient is "2.365/2.623".
type quotient struct {
	start, end  int
	part, whole float64
	dayLike     bool // could be the day and month of a date, "8/12"
	yearLike    bool // could be the month or number of a year, "5/2017", or two years
}

// sum is the quotient in percent.
func (q quotient) sum() float64 { return 100 * q.part / q.whole }

// A percent is "90,16%".
type percent struct {
	start, end int
	value      float64
	decimals   int // digits behind the decimal sign
}

// scan finds what has the form of quotients and percentages, in order.
func scan(text string) ([]quotient, []percent) {
	var quotients []quotient
	var percents []percent
	var before number // the number before, if only a slash stands between
	for at := 0; ; {
		n, ok := nextNumber(text, at)
		if !ok {
			return quotients, percents
		}
		at = n.end
		if end, ok := percentSign(text, n.end); ok {
			if p, ok := readPercent(text, n, end); ok {
				percents = append(percents, p)
			}
			before = number{}
			continue
		}
		if before.end > 0 && slashed(text[before.end:n.start]) {
			if q, ok := readQuotient(text, before, n); ok {
				quotients = append(quotients, q)
			}
		}
		before = n
	}
}

// nextNumber finds the next run of digits, which dots and commas may join.
func nextNumber(text string, at int) (number, bool) {
	i := strings.IndexAny(text[at:], "0123456789")
	if i < 0 {
		return number{}, false
	}
	start := at + i
	end := start + 1
	for end < len(text) && (isDigit(text[end]) ||
		(text[end] == '.' || text[end] == ',') && end+1 < len(text) && isDigit(text[end+1])) {
		end++
	}
	return number{start, end}, true
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// slashed reports whether a gap is a slash, with at most a blank on each side.
func slashed(gap string) bool {
	before, after, ok := strings.Cut(gap, "/")
	return ok && isBlank(before) && isBlank(after)
}

// isBlank reports whether s is nothing or one blank.
func isBlank(s string) bool { return s == "" || s == " " || s == "\u00a0" }

// percentSign reports whether a number that ends at byte i is a percentage,
// and where that ends.
func percentSign(text string, i int) (end int, ok bool) {
	rest := strings.TrimLeft(text[i:], " \u00a0")
	at := len(text) - len(rest)
	switch {
	case at-i > 3:
		return 0, false
	case strings.HasPrefix(rest, "%"):
		end = at + 1
	case strings.HasPrefix(rest, percentWords):
		end = at + len(percentWords)
	default:
		return 0, false
	}
	// 3%o is per mille, 5%/năm a rate of interest.
	next, _ := utf8.DecodeRuneInString(text[end:])
	return end, next != '/' && !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// readPercent reads a percentage that stands free. Dot and comma are both
// decimal signs: no share has thousands of per cent.
func readPercent(text string, n number, end int) (percent, bool) {
	whole, decimals, _ := strings.Cut(strings.Replace(n.of(text), ",", ".", 1), ".")
	value, err := strconv.ParseFloat(whole+"."+decimals, 64)
	if err != nil || len(whole) > 4 || !freeBefore(text, n.start) {
		return percent{}, false
	}
	return percent{start: n.start, end: end, value: value, decimals: len(decimals)}, true
}

// readQuotient reads a quotient that stands free.
func readQuotient(text string, a, b number) (quotient, bool) {
	part, ok := readCount(a.of(text))
	whole, okWhole := readCount(b.of(text))
	if !ok || !okWhole || whole == 0 || !freeBefore(text, a.start) || !freeBehind(text, b.end) {
		return quotient{}, false
	}
	q := quotient{start: a.start, end: b.end, part: part, whole: whole}
	plain := !strings.ContainsAny(text[a.start:b.end], ".,")
	q.dayLike = plain && part >= 1 && part <= 31 && whole >= 1 && whole <= 12
	q.yearLike = plain && whole >= 1930 && whole <= 2100 && (part <= 12 || part >= 1930 && part <= 2100)
	return q, true
}

func (n number) of(text string) string { return text[n.start:n.end] }

// readCount reads a number of things. Groups of three digits make thousands,
// whichever sign parts them ("2.365", "4,974"); else the last sign is a
// decimal one ("1.234,5", "14.75").
func readCount(s string) (float64, bool) {
	groups := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == ',' })
	if len(s) > 20 {
		return 0, false
	}
	decimals := ""
	if last := len(groups) - 1; last > 0 && (len(groups[last]) != 3 || mixedSigns(s)) {
		groups, decimals = groups[:last], groups[last]
	}
	for i, g := range groups {
		if len(groups) > 1 && (i > 0 && len(g) != 3 || len(g) > 3) {
			return 0, false
		}
	}
	value, err := strconv.ParseFloat(strings.Join(groups, "")+"."+decimals, 64)
	return value, err == nil
}

func mixedSigns(s string) bool { return strings.Contains(s, ".") && strings.Contains(s, ",") }

// freeBefore reports whether a number that begins at byte i is not the end of
// something longer: a time, a range, a code, a plus or minus.
func freeBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/.,:-–—+±_", r) && !inRange(text[:i])
}

// inRange reports whether a range leads to the number behind text: "60 - ".
func inRange(text string) bool {
	text = strings.TrimRight(text, " \u00a0")
	for _, dash := range [...]string{"-", "–", "—"} {
		if rest, ok := strings.CutSuffix(text, dash); ok {
			rest = strings.TrimRight(rest, " \u00a0%")
			return rest != "" && isDigit(rest[len(rest)-1])
		}
	}
	return false
}

// freeBehind reports whether a quotient that ends at byte i goes no further:
// no third number, no code, no time, no unit of one letter.
func freeBehind(text string, i int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	if unicode.IsLetter(r) {
		return false
	}
	if !strings.ContainsRune("/:-–", r) || size == 0 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	return !unicode.IsLetter(next) && !unicode.IsDigit(next)
}
