package format

import (
	"strings"
	"time"

	"soi/analyzer/cite"
)

// vietnam is the time zone in which a date of publication counts.
var vietnam = time.FixedZone("+07", 7*60*60)

// Layouts with a zone name a moment, the others a day as it stands.
var (
	momentLayouts = []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z07:00",
		"2006-01-02 15:04:05 -0700", "2006-01-02T15:04Z07:00", time.RFC1123Z, time.RFC1123}
	dayLayouts = []string{"2006-01-02", "2006/01/02", "2006.01.02", "20060102"}
)

// parseDate reads a date as machines and Vietnamese people write it and
// gives it as ISO date with its year; "" and 0 if it is none. Of a moment it
// gives the day that it was in Vietnam.
func parseDate(s string) (iso string, year int) {
	s = strings.TrimSpace(s)
	if len(s) > 100 {
		return "", 0
	}
	for _, layout := range momentLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return day(t.In(vietnam))
		}
	}
	for _, layout := range dayLayouts {
		if len(s) < len(layout) {
			continue
		}
		rest := s[len(layout):]
		if rest != "" && rest[0] != 'T' && rest[0] != ' ' {
			continue
		}
		if t, err := time.Parse(layout, s[:len(layout)]); err == nil {
			return day(t)
		}
	}
	for _, d := range cite.FindDates(s) {
		if d.Year == 0 || d.Month == 0 || d.Day == 0 {
			continue
		}
		t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
		if t.Day() == d.Day {
			return day(t)
		}
	}
	return "", 0
}

func day(t time.Time) (iso string, year int) {
	if !plausibleYear(t.Year()) {
		return "", 0
	}
	return t.Format(time.DateOnly), t.Year()
}

// plausibleYear keeps out the zero dates of machines ("0001-01-01",
// "1970-01-01" of an unset clock is let through) and years that are typing
// errors. 1930 is the year in which the Party was founded.
func plausibleYear(year int) bool { return year >= 1930 && year <= 2100 }
