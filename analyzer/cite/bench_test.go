package cite

import (
	"strings"
	"testing"
)

// BenchmarkFind measures texts of 256 kB: a report as they are, plain prose,
// and what a hostile page might hold. The time for a byte must not depend on
// the length; the hostile ones stay within the same order as the report.
func BenchmarkFind(b *testing.B) {
	for _, bench := range []struct{ name, unit string }{
		{"report", "Ban Thường vụ Huyện ủy đã ban hành Kế hoạch số 64-KH/HU, ngày 04/3/2022 về thực hiện Kết luận số 21-KL/TW, " +
			"ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng khóa XIII; 32/32 chi bộ với 1.352 đảng viên đã học tập, đạt 97,5%.\n"},
		{"prose", "Cán bộ, đảng viên và nhân dân trong xã cùng nhau làm đường, trồng cây, giữ gìn vệ sinh nơi ở và nơi làm việc. "},
		{"digits", "1234567890"},
		{"ones", "1 "},
		{"list", "Nghị quyết số 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 "},
		{"comma", "1, "},
		{"words", "Ban Chấp hành Trung ương ban hành Kết luận số 1 "},
		{"marks", "số \u0301\u0301\u0301\u0301\u0301\u03011"},
		{"plenum", "Nghị quyết Trung ương 1, 2, 3, 4, 5 "},
		{"dashes", "1-KL/TW-A-B-C-D-"},
		{"spaces", "1    "},
	} {
		text := strings.Repeat(bench.unit, 256<<10/len(bench.unit))
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text)
			}
		})
	}
}

// BenchmarkCodeAt measures the question that the tokenizer asks at every
// number: is this a code? Most are not.
func BenchmarkCodeAt(b *testing.B) {
	for _, in := range []string{"21-KL/TW, ngày", "1.352 đảng viên", "2021-2025"} {
		b.Run(in[:4], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				CodeAt(in, 0)
			}
		})
	}
}
