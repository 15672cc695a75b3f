package cite

import (
	"strings"

	"soi/analyzer/viet"
)

// monthBefore reports whether the word before i lets the number there and the
// year behind sep be a month: 10/2021 is one but for "quý 1/2024", 10-2021 and
// 10.2021 are, as newspapers write, after "tháng".
func monthBefore(text string, i int, sep byte) bool {
	start, _ := wordBefore(text, i)
	word := keyBefore(text, i)
	if sep != '/' {
		return word == "tháng" || word == "thang"
	}
	switch word {
	case "quí", "kì", "đợt": // the keys of quý and kỳ: a quarter, a term, a round
		return false
	case "qui": // of "quy": without marks the quarter too
		return markedBeside(text, start, i)
	case "ki": // of "ky"
		before, _ := foldedWordBefore(text, start)
		return before != "hoc"
	}
	return true
}

// dayBefore reports whether a word that announces a day stands before i, where
// a day and a month with sep between end at end. With a point they are a day
// only where no decimal can stand, "ngày 3.2" but not "đến 3.2 triệu".
func dayBefore(text string, i, end int, sep byte) bool {
	start, _ := wordBefore(text, i)
	word := keyBefore(text, i)
	switch word {
	case "ngày", "sáng", "chiều", "tối", "đến":
	case "ngay", "sang", "chieu", "toi", "den": // typed without marks, or words of their own
		if markedBeside(text, start, end) {
			return false
		}
	default:
		return false
	}
	if sep != '.' {
		return true
	}
	if word == "đến" || word == "den" || strings.HasPrefix(text[end:], "%") {
		return false
	}
	each, _ := foldedWordBefore(text, start)
	return each != "moi" && each != "mot" && !quantities[keyAfter(text, end)]
}

// quantities are words after which a decimal is a quantity, in the form of
// viet.Key.
var quantities = keySet("triệu tỷ nghìn ngàn tấn tạ kg km m ha giờ lần lít phần độ điểm")

// markedBeside reports whether the line around text[start:end] is typed with
// marks. There "ngay 3/5" is "right away, three in five", and not a day.
func markedBeside(text string, start, end int) bool {
	const near = 40 // bytes, some eight words
	before := text[max(0, start-near):start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	after, _, _ := strings.Cut(text[end:min(len(text), end+near)], "\n")
	return viet.HasMark(before) || viet.HasMark(after)
}
