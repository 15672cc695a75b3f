package ratio

import (
	"fmt"
	"strings"
	"testing"

	"soi/index/schema"
)

// whole is a document whose body is all of text.
func whole(text string) *schema.Document {
	return &schema.Document{Text: text, Body: []schema.Span{{End: len(text)}}}
}

// describe writes the ratios of a text as "1352/1719 78.56≠78.65".
func describe(d *schema.Document) string {
	var all []string
	for _, r := range d.Ratios {
		sign := "="
		if !r.Holds {
			sign = "≠"
		}
		all = append(all, fmt.Sprintf("%v/%v %v%s%.2f", r.Part, r.Whole, r.Percent, sign, r.Sum))
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Có 2.365/2.623 cán bộ, đảng viên học tập, đạt tỷ lệ 90,16 %.", "2365/2623 90.16=90.16"},
		{"Có 2.365/2.623 cán bộ, đảng viên học tập, đạt tỷ lệ 90.16%.", "2365/2623 90.16=90.16"}, // dot as decimal sign
		{"Đã có 1.352/1.719 chi bộ tổ chức đại hội (đạt tỷ lệ 78,56%).", "1352/1719 78.56≠78.65"},
		{"32/32 chi bộ (100%) đã họp.", "32/32 100=100.00"},
		{"8/42 tổ chức cơ sở đảng, tỷ lệ 19.05%.", "8/42 19.05=19.05"},
		{"Còn 41/4,974 đảng viên, chiếm tỉ lệ 0,82%.", "41/4974 0.82=0.82"},        // comma as sign of thousands
		{"Giải ngân 1.434,8/3.232 tỷ đồng, bằng 44,4%.", "1434.8/3232 44.4=44.39"}, // both signs
		{"Có 12 / 16 xã (75 phần trăm) về đích.", "12/16 75=75.00"},
		{"78,65% (1.352/1.719 chi bộ) đã xong.", "1352/1719 78.65=78.65"}, // the quotient behind
		{"ĐẠT 81/88 ĐỒNG CHÍ, CHIẾM 92,05%.", "81/88 92.05=92.05"},
		{"191/2.256 đảng viên, tỷ lệ 8,46%.", "191/2256 8.46=8.47"}, // cut off, not rounded
		{"191/2.256 đảng viên, tỷ lệ 8,45%.", "191/2256 8.45≠8.47"},
		{"Kết nạp 344/629 đảng viên mới, đạt khoảng 55%.", "344/629 55=54.69"},
		{"Kết nạp 344/629 đảng viên mới, đạt khoảng 58%.", "344/629 58≠54.69"},
		{"3.194/2.313 người, đạt 138% kế hoạch.", "3194/2313 138=138.09"}, // more than planned, and it works out
		{"Số người dự là 51/70 (tỷ lệ chung 72,85%).", "51/70 72.85=72.86"},

		// Several in one sentence.
		{"Có 18/18 chi bộ, 268/275 đảng viên dự học, đạt 97,45%.", "268/275 97.45=97.45"},
		{"Có 27/30 xã (90%), 95/120 thôn (79,17%) và 5/9 trường, chiếm 55,6%.", "27/30 90=90.00 95/120 79.17=79.17 5/9 55.6=55.56"},
		{"Có 27/30 xã, đạt 90%; 95/120 thôn, đạt 78,17%.", "27/30 90=90.00 95/120 78.17≠79.17"},
		{"44%(87/198) và 56% (111/198) số phiếu.", "87/198 44=43.94 111/198 56=56.06"},

		// Of another base, or perhaps so.
		{"32/32 chi, đảng bộ đã tổ chức học tập cho đảng viên đạt tỷ lệ 97,09%.", ""},
		{"Có 1.917/1.680 học viên, vượt 114% so với kế hoạch.", ""},
		{"Có 25/31 xã đạt chuẩn, đạt 92% kế hoạch.", ""},
		{"Có 25/31 xã đạt chuẩn, trong đó số xã nâng cao chiếm 12%.", ""},
		{"Có 25/31 xã với 412 thôn (92%).", ""},
		{"Có 25/31 xã, tỷ lệ hộ nghèo đạt 3,1%.", ""},
		{"Có 25/31 xã; tỷ lệ 92%.", ""},
		{"Có 25/31 xã tăng 80,65%.", ""},
		{"Có 25/31 xã được 92% người dân ủng hộ.", ""},
		{"Có 12/31 xã và 25/40 thôn, đạt 41%.", ""},  // of which of the two?
		{"Có 446/447 phiếu tán thành (92,15%).", ""}, // of all members
		{"Hơn 2/3 số hộ, chiếm 70%.", ""},            // a fraction

		// No quotients.
		{"Đến ngày 25/10/2021, đạt 64%.", ""},
		{"Đến ngày 02/9, đạt 22%.", ""},
		{"Sáng 5/8 tỉnh đã đạt 64%.", ""},
		{"Đến hết 6/12, đạt 64%.", ""},
		{"Tháng 5/2017, đạt 0,25%.", ""}, // 5/2017 is 0.248 %
		{"Năm học 2016/2017, đạt 99,95%.", ""},
		{"Trực 24/24 giờ, đạt 100%.", ""},
		{"Đánh giá 5/5 sao (100%).", ""},
		{"0:00 / 0:00 (100%)", ""},
		{"Theo Nghị quyết 12/2021/NQ-HĐND (đạt 64%).", ""},
		{"Theo Quyết định số 12/16-QĐ (75%).", ""},
		{"Cứ 1/2/4 (50%) thì dừng.", ""},
		{"Có 5/0 (100%).", ""},
		{"Lãi 3/4 (75%/năm).", ""},
		{"Có 12/16 xã (70 - 75%).", ""}, // a range
		{"Có 12/16 xã (75%o).", ""},     // per mille
		{"Quy hoạch 1/500 (đạt 45%).", ""},
		{"12.34.5/16 (75%)", ""},
		{"Có 12/16 xã.\nĐạt 75%.", ""}, // another line
		{"Có 12/16 xã. Đạt 75%.", ""},  // another sentence
		{"%", ""},
	} {
		d := whole(tt.in)
		if Find(d); describe(d) != tt.want {
			t.Errorf("%q: %s, want %s", tt.in, describe(d), tt.want)
		}
	}
}

// The spans are of the text, and what is only of the page is not read.
func TestSpans(t *testing.T) {
	const (
		noise = "Đánh giá 4/5 (90%)\n"
		first = "Chi bộ họp ở TP. Huế.\u00a0"
		said  = "Có 1.352/1.719 chi bộ (78,56%)."
	)
	text := noise + first + said + noise
	d := &schema.Document{Text: text, Body: []schema.Span{{Start: len(noise), End: len(noise + first + said)}}}
	Find(d)
	if len(d.Ratios) != 1 {
		t.Fatalf("%d ratios, want 1: %s", len(d.Ratios), describe(d))
	}
	r := d.Ratios[0]
	for _, tt := range []struct {
		name string
		span schema.Span
		want string
	}{
		{"quotient", r.Quotient, "1.352/1.719"},
		{"stated", r.Stated, "78,56%"},
		{"sentence", r.Sentence, said},
	} {
		if got := tt.span.Of(text); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Title, body and captions are read in the order of the text.
func TestOrder(t *testing.T) {
	const one, two, three = "Có 1/4 (25%)\n", "Có 2/4 (50%)\n", "Có 3/4 (75%)\n"
	d := &schema.Document{
		Text:     one + two + three,
		Title:    schema.Span{End: len(one)},
		Captions: []schema.Span{{Start: len(one), End: len(one + two)}},
		Body:     []schema.Span{{Start: len(one + two), End: len(one + two + three)}},
	}
	Find(d)
	if got, want := describe(d), "1/4 25=25.00 2/4 50=50.00 3/4 75=75.00"; got != want {
		t.Errorf("ratios %s, want %s", got, want)
	}
}

// Long hostile text is read in one pass and without a panic.
func TestHostile(t *testing.T) {
	const n = 20000
	for _, piece := range []string{"1/2 ", "1%", "1/2%(", "9", "1.", "TP. ", "(đạt ", "5/6, chiếm ", "% (", "1/1/", "đạt tỷ lệ 1% 1/3 "} {
		d := whole(strings.Repeat(piece, n))
		Find(d)
		for _, r := range d.Ratios {
			if r.Quotient.Of(d.Text) == "" || r.Stated.Of(d.Text) == "" || r.Whole == 0 {
				t.Errorf("%q repeated: ratio %+v", piece, r)
			}
		}
	}
}
