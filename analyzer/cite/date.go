package cite

import (
	"fmt"
	"strconv"
)

// A Date is a calendar date as written in a text.
type Date struct {
	Start, End       int  // byte offsets: digits only, without "ngày"
	Year, Month, Day int  // 0 where the text does not tell
	Time             bool // an hour such as 08:40 follows
}

// ISO returns the date as 2021-10-25, a month as 2021-10, and a day without
// a year as --08-13.
func (d Date) ISO() string {
	switch {
	case d.Year == 0:
		return fmt.Sprintf("--%02d-%02d", d.Month, d.Day)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// DateAt reads the date that begins at byte i of text, where a digit must
// stand: 25/10/2021, 25-10-2021, 25.10.2021, 2021-10-25, "25 tháng 10 năm
// 2021", 10/2021; 10-2021 and 10.2021 only after "tháng", and 13-8, 2/9 or 3.2
// only after a word such as "ngày". "quý 1/2024" is no month. Days are checked
// against their month, years lie between 1000 and 2999. Text reads wide digits
// too.
func DateAt(text string, i int) (Date, bool) {
	if !digitAt(text, i) || !freeLeft(text, i) {
		return Date{}, false
	}
	p := readDigits(text, i, 4)
	d := Date{Start: i}
	ok := false
	switch p - i {
	case 4:
		ok = d.yearFirst(text, p)
	case 1, 2:
		ok = d.dayFirst(text, p)
	}
	if !ok || digitAt(text, d.End) || letterAt(text, d.End) {
		return Date{}, false
	}
	d.Time = timeAt(text, d.End)
	return d, true
}

// FindDates returns the dates of a text in their order. Wide and invisible
// characters are read as Text has them.
func FindDates(text string) []Date {
	t := NewText(text)
	dates := findDates(t.clean)
	if t.cuts != nil {
		for i, d := range dates {
			dates[i].Start, dates[i].End = t.startOf(d.Start), t.endOf(d.End)
		}
	}
	return dates
}

func findDates(text string) []Date {
	var dates []Date
	for i := 0; i < len(text); {
		if !isDigit(text[i]) {
			i++
			continue
		}
		if _, ok := scanCode(text, i); !ok { // not the 12/2021 of 12/2021/QĐ-UBND
			if d, ok := DateAt(text, i); ok {
				dates = append(dates, d)
				i = d.End
				continue
			}
		}
		for digitAt(text, i) {
			i++
		}
	}
	return dates
}

// yearFirst reads -10-25 after 2021.
func (d *Date) yearFirst(text string, p int) bool {
	if p >= len(text) || text[p] != '-' {
		return false
	}
	m := readDigits(text, p+1, 2)
	if m-p-1 != 2 || m >= len(text) || text[m] != '-' {
		return false
	}
	e := readDigits(text, m+1, 2)
	if e-m-1 != 2 {
		return false
	}
	d.Year, d.Month, d.Day, d.End = number(text[d.Start:p]), number(text[p+1:m]), number(text[m+1:e]), e
	return d.valid() && endsDate(text, e)
}

// dayFirst reads what follows a day or a month at the head of a date.
func (d *Date) dayFirst(text string, p int) bool {
	if p >= len(text) {
		return false
	}
	first, sep := number(text[d.Start:p]), text[p]
	if sep != '/' && sep != '-' && sep != '.' {
		return d.inWords(text, p, first)
	}
	q := readDigits(text, p+1, 4)
	switch q - p - 1 {
	case 4:
		d.Month, d.Year, d.End = first, number(text[p+1:q]), q
		return d.valid() && endsDate(text, q) && monthBefore(text, d.Start, sep)
	case 1, 2:
	default:
		return false
	}
	d.Day, d.Month = first, number(text[p+1:q])
	if q < len(text) && text[q] == sep {
		if e := readDigits(text, q+1, 4); e-q-1 == 4 {
			d.Year, d.End = number(text[q+1:e]), e
			return d.valid() && endsDate(text, e)
		}
	}
	d.End = q
	return d.valid() && endsDate(text, q) && dayBefore(text, d.Start, q, sep)
}

// inWords reads " tháng 10 năm 2021" after a day.
func (d *Date) inWords(text string, p, day int) bool {
	p, ok := skipWord(text, p, "thang")
	if !ok {
		return false
	}
	m := readDigits(text, p, 2)
	if n := m - p; n < 1 || n > 2 {
		return false
	}
	y, ok := skipWord(text, m, "nam")
	if !ok {
		return false
	}
	e := readDigits(text, y, 4)
	if e-y != 4 {
		return false
	}
	d.Day, d.Month, d.Year, d.End = day, number(text[p:m]), number(text[y:e]), e
	return d.valid()
}

// valid reports whether the fields that are known make a date.
func (d *Date) valid() bool {
	if d.Month < 1 || d.Month > 12 || d.Year != 0 && (d.Year < 1000 || d.Year > 2999) {
		return false
	}
	if d.Day == 0 {
		return d.Year != 0
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.Month-1]
	if d.Month == 2 && (d.Year == 0 || d.Year%4 == 0 && (d.Year%100 != 0 || d.Year%400 == 0)) {
		days = 29
	}
	return d.Day <= days
}

// endsDate reports whether a date may end at p: no further part follows, as
// it would in 1/2/3/4 or in a range of days 1-5/10.
func endsDate(text string, p int) bool {
	if p+1 >= len(text) {
		return true
	}
	switch text[p] {
	case '/', '.', ',':
		return !isDigit(text[p+1])
	}
	return true
}

// timeAt reports whether an hour follows at p: " 08:40", ", 8h40", " - 10:24".
func timeAt(text string, p int) bool {
	for n := 0; n < 4 && p < len(text) && !digitAt(text, p); n++ {
		switch next := skipSpace(text, p); {
		case next > p:
			p = next
		case text[p] == ',' || text[p] == '|':
			p++
		default:
			next = skipDash(text, p)
			if next == p {
				return false
			}
			p = next
		}
	}
	h := readDigits(text, p, 2)
	if n := h - p; n < 1 || n > 2 || number(text[p:h]) > 23 || h >= len(text) || text[h] != ':' && text[h] != 'h' {
		return false
	}
	m := readDigits(text, h+1, 2)
	return m-h-1 == 2 && number(text[h+1:m]) < 60
}

// number is the value of a short run of digits.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
