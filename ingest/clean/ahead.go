package clean

import (
	"strings"

	"soi/analyzer/cite"
)

const (
	lookDeadline = 24 // bytes; "chậm nhất đến ngày " in NFC
	lookPlan     = 80 // bytes; "dự kiến công trình được khánh thành vào ngày "
	lookAfter    = 24 // bytes; ", toàn huyện phấn đấu"
)

// isAhead reports whether the words beside a date of s make it a day still to
// come when the text was written: a deadline, "trước ngày", "chậm nhất đến", or
// a plan, "dự kiến ngày". A mere "đến ngày" is none: of 30 in news two in three
// end a period that is over, "từ ngày 3 đến ngày 5/6/2020".
func isAhead(s string, d cite.Date) bool {
	key := edgeKey(lastBytes(s[:d.Start], lookDeadline))
	for _, phrase := range []string{" truoc ", " cham nhat ", " den het ", " tu nay den ", " han ", " ke tu "} {
		if strings.Contains(key, phrase) {
			return true
		}
	}
	plan := lastBytes(s[:d.Start], lookPlan)
	plan = edgeKey(plan[strings.LastIndexAny(plan, ".;!?\n")+1:])
	return isPlanned(plan) || isPlanned(edgeKey(clauseAfter(s[d.End:])))
}

// isPlanned reports whether words, by their key, tell what is aimed at.
func isPlanned(key string) bool {
	return strings.Contains(key, " phan dau ") || strings.Contains(key, " du kien ")
}

// lastBytes is the end of s, at most n bytes of it.
func lastBytes(s string, n int) string {
	return strings.ToValidUTF8(s[max(0, len(s)-n):], "")
}

// clauseAfter is what the sentence goes on with behind a date, at most
// lookAfter bytes of it.
func clauseAfter(s string) string {
	s = s[:min(len(s), lookAfter)]
	if end := strings.IndexAny(s, ".;!?\n"); end >= 0 {
		s = s[:end]
	}
	return strings.ToValidUTF8(s, "")
}

// edgeKey is the phrase key of s between blanks, so that whole words can be
// looked for.
func edgeKey(s string) string { return " " + phraseKey(s) + " " }
