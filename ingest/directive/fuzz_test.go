package directive

import (
	"testing"
	"unicode/utf8"

	"soi/index/schema"
)

// Whatever the text, references and the words that state relations lie in it,
// between runes where it is UTF-8, and titles are no longer than the longest.
func FuzzResolve(f *testing.F) {
	f.Add("Thực hiện Chỉ thị 05-CT/TW và Kết luận 21-KL/TW “về học tập Bác”, theo đó (xã) họp \"a\" b", 10)
	f.Add("Kế hoạch số 12-KH/TU về tổng kết ba năm thực hiện Nghị quyết 04-NQ/TW sáng nay \" ” Điểm 12 số", 3)
	f.Add("tổ chức, \u00a0thực hiện\u0301 nghiêm Chỉ thị 05-CT/TW là \xff", 0)
	f.Fuzz(func(t *testing.T, text string, title int) {
		d := schema.Document{Text: text}
		if 0 < title && title < len(text) {
			d.Title = schema.Span{Start: 0, End: title}
		}
		Resolve(&d)
		spans := []schema.Span{}
		for _, r := range d.References {
			spans = append(spans, r.Span())
			if len(r.Title) > maxTitle {
				t.Errorf("%q has a title of %d bytes", r.Raw, len(r.Title))
			}
		}
		for _, r := range d.Relations {
			spans = append(spans, r.Evidence)
		}
		for _, s := range spans {
			if s.Of(text) == "" || utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
				t.Errorf("%q: the span %v", text, s)
			}
		}
	})
}
