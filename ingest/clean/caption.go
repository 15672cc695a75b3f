package clean

import (
	"strings"
)

// longestCaption is the length in bytes up to which a line can be a caption.
const longestCaption = 400

// markCaptions marks the captions among what is left of the body.
func (p *page) markCaptions() {
	for i := p.to; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.class != body || l.Len() > longestCaption {
			continue
		}
		again := i+1 < len(p.lines) && p.lines[i+1].class == body && p.of(i) == p.of(i+1)
		if again && l.Len() > 30 { // a picture's text and its caption
			l.class, p.lines[i+1].class = caption, caption
			continue
		}
		if isCreditLine(p.of(i)) || i < p.last && isPictured(p.of(i), l.key) {
			l.class = caption
		}
	}
}

// isCreditLine reports whether s ends in the credit of a picture: "Ảnh:
// Trường Khanh.", "(Ảnh tư liệu)".
func isCreditLine(s string) bool {
	if strings.HasPrefix(s, "Ảnh:") {
		return true
	}
	for _, mark := range []string{"Ảnh:", "ẢNH:", "ảnh:", "Ảnh :", "(Ảnh", "(ảnh", "Ảnh minh họa", "Ảnh minh hoạ", "Ảnh tư liệu", "Nguồn ảnh", "Ảnh do "} {
		if i := strings.LastIndex(s, mark); i >= 0 && len(s)-i <= 80 && !strings.Contains(s[i:], ". ") {
			return true
		}
	}
	return false
}

// picturing are the beginnings of captions without a credit: who is seen and
// what the picture shows. Folded to a-z.
var picturing = []string{
	"dong chi ", "cac dong chi ", "quang canh ", "toan canh ", "cac dai bieu ", "dai bieu ",
	"ong ", "ba ", "can bo ", "lanh dao ", "mot goc ", "hinh anh ",
}

// isPictured reports whether a short line without a full stop looks like a
// caption without a credit: it begins as captions do, or it tells on which
// day something took place. Headings do neither.
func isPictured(s, key string) bool {
	if key == "" || len(s) < 50 || endsSentence(s) || isCapitals(s) {
		return false
	}
	for _, begin := range picturing {
		if strings.HasPrefix(key, begin) {
			return true
		}
	}
	last := s[strings.LastIndexAny(s, " \u00a0")+1:]
	return strings.Contains(key, " ngay") && strings.Count(last, "/") == 2
}
