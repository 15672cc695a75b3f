package cite

import "strings"

// maxClause bounds the text between the day of issue and the directive, in
// bytes.
const maxClause = 160

// dateBefore finds the date of issue in the clause that ends at i, before the
// verb: "Ngày 12/6/1981, Hội đồng Chính phủ", "Cuối năm 2016, Ban Chấp hành
// Đảng bộ tỉnh". No other number and no sentence's end stands between.
func dateBefore(text string, i, floor int) (date string, year int) {
	end := i
	for ; ; end-- {
		if end <= floor || i-end > maxClause || text[end-1] == '\n' || text[end-1] == ';' || text[end-1] == '.' {
			return "", 0
		}
		if isDigit(text[end-1]) {
			break
		}
	}
	const longest = len("25 tháng 10 năm 2021") // bytes
	for p := end - 1; p >= max(floor, end-longest); p-- {
		if !isDigit(text[p]) || p > 0 && isDigit(text[p-1]) {
			continue
		}
		word, start := foldedWordBefore(text, p)
		before, _ := foldedWordBefore(text, start)
		switch word {
		case "nam":
			if end-p == 4 && looksLikeYear(text[p:end]) && opensClause(before) {
				year = number(text[p:end])
			}
		case "thang":
			if y, e := readMonth(text, p); e == end {
				year = y
			}
		case "ngay", "hom", "den", "sang", "chieu", "toi":
			if d, ok := DateAt(text, p); ok && d.End == end && d.Year != 0 && d.Day != 0 && !spans(before) {
				return d.ISO(), d.Year
			}
		}
	}
	return "", year
}

// opensClause reports whether "năm 2016" after the word tells when something
// was done: "đến năm 2020" is what it is for.
func opensClause(word string) bool {
	switch word {
	case "", "tu", "trong", "vao", "hoi", "dau", "cuoi", "giua":
		return true
	}
	return false
}

// spans reports whether the day after the word is the end of a time and not
// the day on which something was done.
func spans(word string) bool {
	switch word {
	case "sau", "truoc", "tu", "ke":
		return true
	}
	return false
}

// dateAfter finds the date of issue that follows a directive's title: "… về
// kỷ luật đảng viên, ban hành ngày 15/11/2017". It is the next number, in the
// same sentence. The day on which it was made public tells the year only.
func dateAfter(text string, i int) (date string, year int) {
	p := nextDigit(text[:min(len(text), i+maxClause)], i)
	clause := text[i:p]
	if strings.Contains(clause, ". ") || strings.ContainsAny(clause, ";\n") {
		return "", 0
	}
	d, ok := DateAt(text, p)
	if !ok || d.Year == 0 || d.Day == 0 {
		return "", 0
	}
	q := skipBack(text, p, i, "ngay")
	if q == p {
		return "", 0
	}
	q = skipBack(text, skipBack(text, q, i, "vao"), i, "tu")
	switch {
	case skipBack(text, q, i, "hanh", "ban") < q, skipBack(text, q, i, "ky") < q:
		return d.ISO(), d.Year
	case skipBack(text, q, i, "bo", "cong") < q:
		return "", d.Year
	}
	if q, ok := skipWord(text, d.End, "cua"); ok && !namesType(text, i, p) {
		if _, ok := readBody(text, q); ok { // "…, ngày 15/11/2017 của Bộ Chính trị"
			return d.ISO(), d.Year
		}
	}
	return "", 0
}

// namesType reports whether another type is named between i and end, whose
// date what follows may be.
func namesType(text string, i, end int) bool {
	for i < end {
		start, e := wordAfter(text, i)
		if start == e {
			i = start + runeLen(text, start)
			continue
		}
		if typeStarts(text, start) {
			return true
		}
		i = e
	}
	return false
}
