package copies

import (
	"slices"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// A Period is the time that a title says a report is of: by unit, as "quí",
// the numbers, in digits.
type Period map[string][]string

// The units of a Period that are not written beside their number.
const (
	unitYear = "năm"
	unitDay  = "ngày"
	unitPart = "đầu" // đầu năm, cuối nhiệm kỳ
	unitSpan = "span"
)

// NewPeriod reads the title of a report: its years and days, what stands
// behind quý, tháng, khóa and their like, and how many months it is of.
func NewPeriod(title string) Period {
	p := Period{}
	before, number := "", ""
	end := 0
	for w := range token.Tokens(title, viet.Exact) {
		whole := w.Start >= end
		if !whole && w.Kind != token.Number {
			continue
		}
		end = max(end, w.End)
		p.take(before, number, w)
		if number = inDigits(before, w.Term); w.Kind == token.Number {
			number = w.Term
		}
		if whole {
			before = w.Term
		}
	}
	return p
}

func (p Period) take(before, number string, w token.Token) {
	add := func(unit, value string) {
		if !slices.Contains(p[unit], value) {
			p[unit] = append(p[unit], value)
		}
	}
	counted := inDigits(before, w.Term)
	switch {
	case w.Kind == token.Date:
		if year, day, ok := strings.Cut(w.Term, "-"); ok && len(year) == 4 {
			add(unitYear, year)
			add(unitDay, day)
		}
	case w.Kind == token.Number && len(w.Term) == 4 && (w.Term[:2] == "19" || w.Term[:2] == "20"):
		add(unitYear, w.Term)
	case w.Kind == token.Number && numbered[before]:
		add(before, w.Term)
	case w.Kind == token.Joined && numbered[before]:
		numeral, _, _ := strings.Cut(w.Term, "-")
		if n := roman(numeral); n != "" {
			add(before, n)
		}
	case counted != "" && numbered[before]:
		add(before, counted)
	case w.Term == "tháng" && number != "":
		add(unitSpan, number)
	case parts[before] && wholes[w.Term]:
		add(unitPart, before+" "+w.Term)
	}
}

// Differs reports whether two titles name times that cannot be those of one
// report: in some unit each names one, and neither has all that the other
// names.
func (p Period) Differs(q Period) bool {
	within := func(a, b []string) bool {
		return !slices.ContainsFunc(a, func(s string) bool { return !slices.Contains(b, s) })
	}
	for unit, a := range p {
		if b := q[unit]; len(b) > 0 && !within(a, b) && !within(b, a) {
			return true
		}
	}
	return false
}
