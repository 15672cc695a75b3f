package cite

// terms are the Party's congress terms by the first day of each, the latest
// first. Source: the closing days of the congresses VIII (1 July 1996) to XIV
// (23 January 2026), Hướng dẫn 36-HD/VPTW on when a term begins.
var terms = []struct{ from, name string }{
	{"2026-01-23", "XIV"},
	{"2021-01-31", "XIII"},
	{"2016-01-27", "XII"},
	{"2011-01-18", "XI"},
	{"2006-04-25", "X"},
	{"2001-04-22", "IX"},
	{"1996-07-01", "VIII"},
}

// TermOf returns the Party's congress term on an ISO date, "XIII" for
// "2021-10-25". It is "" for a date that is no full ISO date or lies before
// the eighth congress. The days around a congress may be off by a few.
func TermOf(date string) string {
	if len(date) != len("2006-01-02") {
		return ""
	}
	for _, t := range terms {
		if date >= t.from {
			return t.name
		}
	}
	return ""
}
