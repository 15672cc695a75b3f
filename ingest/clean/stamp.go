package clean

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
)

// A stamp is the date of a date line such as "Thứ hai, 13/11/2023 20:21".
type stamp struct {
	cite.Date      // its offsets count from the beginning of the line
	clock     bool // an hour stands in the line
	weekday   int  // +1 the day of the week agrees with the calendar, -1 it does not, 0 there is none
}

// iso returns the date as 2023-11-13.
func (s stamp) iso() string { return s.ISO() }

// longestStamp is the length in bytes up to which a line can be a date line.
const longestStamp = 160

// hour is a time of day: 08:40, 20:21:05, 8h40.
var hour = regexp.MustCompile(`\b([01]?\d|2[0-3])\s?[:hg]\s?[0-5]\d\b`)

// labels are the words of date lines that are not part of a name, folded.
var labels = map[string]bool{}

func init() {
	for word := range strings.FieldsSeq(`thu hai ba tu nam sau bay chu nhat cn ngay thang gio phut luc gmt utc am pm sa ch
		cap nhat dang tai xuat ban post posted date publish published update updated on at viet tao khoi
		sang chieu toi tin bai luot xem doc view views`) {
		labels[word] = true
	}
}

// readStamp reads a date line: a short line that is a date, and little
// beside it but an hour, the day of the week, labels and a name. Two days
// without an hour are a period, not a stamp.
func readStamp(s string) (stamp, bool) {
	if len(s) > longestStamp || !strings.ContainsFunc(s, isDigit) {
		return stamp{}, false
	}
	var dates []cite.Date
	for _, d := range cite.FindDates(s) {
		if d.Year != 0 && d.Day != 0 {
			dates = append(dates, d)
		}
	}
	clock := hour.MatchString(s)
	if len(dates) == 0 || dates[0].Year < earliest || len(dates) > 1 && !clock {
		return stamp{}, false
	}
	d := dates[0]
	weekday := weekdaySays(s[:d.Start], d)
	letters, names, first := foreignWords(s)
	switch {
	case letters > 0 && strings.HasSuffix(s, "."), letters > 60, letters > 30 && !clock:
		return stamp{}, false
	case !names && !clock && weekday == 0 && first < d.Start && !isPosted(s): // "Lịch tiếp dân ngày 5/6/2023"
		return stamp{}, false
	}
	return stamp{Date: d, clock: clock || d.Time, weekday: weekday}, true
}

// earliest is the first year of the state's own papers.
const earliest = 1945

// isPosted reports whether a line says that something was put on a page:
// "Đăng bởi: Văn phòng, ngày 5 tháng 3 năm 2024".
func isPosted(s string) bool {
	s = viet.Fold(s, viet.Exact) // not ASCII: Đăng is not Đảng
	return slices.ContainsFunc([]string{"đăng ", "ngày đăng", "cập nhật", "post"}, func(head string) bool {
		return strings.HasPrefix(s, head)
	})
}

// foreignWords looks at the words of s that are no labels: how many letters
// they have, whether each begins with a capital as names do, and where the
// first stands.
func foreignWords(s string) (letters int, names bool, first int) {
	names, first = true, len(s)
	for i := 0; i < len(s); {
		size := strings.IndexFunc(s[i:], notLetter)
		if size < 0 {
			size = len(s) - i
		}
		if word := s[i : i+size]; word != "" && !labels[viet.Fold(word, viet.ASCII)] {
			letters += utf8.RuneCountInString(word)
			first = min(first, i)
			initial, _ := utf8.DecodeRuneInString(word)
			names = names && unicode.IsUpper(initial)
		}
		_, gap := utf8.DecodeRuneInString(s[i+size:])
		i += size + gap
	}
	return letters, names, first
}

// weekdays are the names of the days of the week, folded.
var weekdays = map[string]time.Weekday{
	"chu nhat": time.Sunday, "thu hai": time.Monday, "thu ba": time.Tuesday, "thu tu": time.Wednesday,
	"thu nam": time.Thursday, "thu sau": time.Friday, "thu bay": time.Saturday,
	"thu 2": time.Monday, "thu 3": time.Tuesday, "thu 4": time.Wednesday,
	"thu 5": time.Thursday, "thu 6": time.Friday, "thu 7": time.Saturday,
}

// weekdaySays compares the day of the week in the words before a date with
// the calendar.
func weekdaySays(before string, d cite.Date) int {
	words := strings.FieldsFunc(viet.Fold(before, viet.ASCII), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := 0; i+1 < len(words); i++ {
		day, ok := weekdays[words[i]+" "+words[i+1]]
		if !ok {
			continue
		}
		if time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday() == day {
			return 1
		}
		return -1
	}
	return 0
}
