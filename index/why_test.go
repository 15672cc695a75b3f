package index_test

import (
	"fmt"
	"strings"
	"testing"

	"soi/index/schema"
)

// A hit says in what ways it matches.
func TestWhy(t *testing.T) {
	a := text("a", "Kết luận về tự soi", "Chi bộ tự soi, tự sửa theo Kết luận số 21 – KL/TW.")
	b := text("b", "Tu soi", "Chi bo lam that, noi that.")
	c := text("c", "Báo cáo", "Đảng viên từ sỏi đá làm nên, tự trọng.")
	d := text("d", "Báo cáo", "Dân vận khéo ở Thăng Bình.")
	d.Province, d.ProvinceNow = "Quảng Nam", "Đà Nẵng"
	e := text("e", "Báo cáo", "Dân vận khéo ở Hải Châu.")
	e.Province, e.ProvinceNow = "Đà Nẵng", "Đà Nẵng"
	f := text("f", "Kim Nhung, Thu Hoa", "Hội diễn văn hóa của đảng viên trẻ.")
	g := text("g", "Chi bo hop", "Nhac lai chi thi, quyet tam sua sai. Đảng bộ đã họp.")
	h := text("h", "Thứ tư", "Sáng thứ tư con sói về, đảng viên tự mình soi xét, tự soi.")
	ix := corpus(t, a, b, c, d, e, f, g, h)
	for _, tt := range []struct {
		req  schema.Request
		id   string
		want string
	}{
		{schema.Request{Query: "tự soi"}, "a", "title [tự soi]; together [tự soi]"},
		{schema.Request{Query: "tự soi"}, "b", "title [Tu soi]; together [Tu soi]; unmarked [tự tu]"},
		{schema.Request{Query: "tu soi"}, "a", "title [tự soi]; together [tự soi]; marked [tu tự]"},
		{schema.Request{Query: "tu soi"}, "c", "together [từ sỏi]; marked [tu soi từ sỏi]"},
		{schema.Request{Query: "tu soi"}, "h", "together [tự soi]; marked [tu tự]"}, // not tư, sói
		{schema.Request{Query: "tú soi trọng"}, "c", "marked [soi sỏi]; otherwise [tú từ]"},
		{schema.Request{Query: `"tự soi, tự sửa"`}, "a", "phrase [tự soi, tự sửa]"},
		{schema.Request{Query: "21-kl/tw"}, "a", "code [21 – KL/TW]"},
		{schema.Request{Query: "khéo đảng"}, "c", "lacks [khéo]"},
		{schema.Request{Query: "dân", Filter: schema.Filter{Province: []string{"Đà Nẵng"}}}, "d", "former [Quảng Nam Đà Nẵng]"},
		{schema.Request{Query: "dân", Filter: schema.Filter{Province: []string{"Đà Nẵng"}}}, "e", ""},
		{schema.Request{Query: "dân"}, "d", ""},
		{schema.Request{Query: "văn hóa"}, "f", "together [văn hóa]"}, // Hoa is a name
		{schema.Request{Query: "họp sửa"}, "g", "title [hop]; unmarked [họp sửa hop sua]"},
		{schema.Request{Query: `"đảng trọng"~20`}, "c", ""},
		{schema.Request{}, "a", ""},
	} {
		got := "not found"
		for _, h := range search(t, ix, tt.req).Hits {
			if h.ID != tt.id {
				continue
			}
			var all []string
			for _, r := range h.Why {
				all = append(all, fmt.Sprintf("%s %v", r.Kind, r.Args))
			}
			got = strings.Join(all, "; ")
		}
		if got != tt.want {
			t.Errorf("%q finds %s: %s, want %s", tt.req.Query, tt.id, got, tt.want)
		}
	}
}
