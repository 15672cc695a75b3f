package cite

import "testing"

func TestSeparators(t *testing.T) {
	for _, tt := range []struct{ in, code, raw string }{
		// A point or an underscore in the place of one of them.
		{"05.CT/TW", "05-CT/TW", "05.CT/TW"},
		{"21.KL/TW, ngày", "21-KL/TW", "21.KL/TW"},
		{"107.KH/TU.", "107-KH/TU", "107.KH/TU"}, // the sentence ends
		{"27.CTr/HU", "27-CTr/HU", "27.CTr/HU"},
		{"18_NQ/TW", "18-NQ/TW", "18_NQ/TW"},
		{"37_QĐ/T.Ư", "37-QĐ/TW", "37_QĐ/T.Ư"},
		{"30.2020/NĐ-CP", "30/2020/NĐ-CP", "30.2020/NĐ-CP"},
		{"30_2020/NĐ-CP", "30/2020/NĐ-CP", "30_2020/NĐ-CP"},
		{"30/2020.NĐ-CP", "30/2020/NĐ-CP", "30/2020.NĐ-CP"},
		{"30/2020-NĐ-CP", "30/2020/NĐ-CP", "30/2020-NĐ-CP"},
		{"30/2020/NĐ.CP", "30/2020/NĐ-CP", "30/2020/NĐ.CP"},
		{"1600/QĐ_TTg", "1600/QĐ-TTg", "1600/QĐ_TTg"},
		{"41.2024/QH15", "41/2024/QH15", "41.2024/QH15"},
		// Nothing or a space in the place of one.
		{"30/2020/NDCP", "30/2020/NĐ-CP", "30/2020/NDCP"},
		{"30/2020/NĐCP", "30/2020/NĐ-CP", "30/2020/NĐCP"},
		{"30/2020NĐ-CP", "30/2020/NĐ-CP", "30/2020NĐ-CP"},
		{"41/2024QH15", "41/2024/QH15", "41/2024QH15"},
		{"12/2021 QĐ-UBND", "12/2021/QĐ-UBND", "12/2021 QĐ-UBND"},
		{"1600/QĐTTg", "1600/QĐ-TTg", "1600/QĐTTg"},
		{"1600/QDTTG", "1600/QĐ-TTg", "1600/QDTTG"},
		{"12/QĐUBND", "12/QĐ-UBND", "12/QĐUBND"},
		{"26/2015/TTLTBYT-BNV", "26/2015/TTLT-BYT-BNV", "26/2015/TTLTBYT-BNV"},
		{"64/NĐCP", "64/NĐ-CP", "64/NĐCP"},
		// Two spaces beside one.
		{"21  -  KL / TW", "21-KL/TW", "21  -  KL / TW"},
		{"21 –  KL/TW", "21-KL/TW", "21 –  KL/TW"},
		{"1600 /  QĐ -  TTg", "1600/QĐ-TTg", "1600 /  QĐ -  TTg"},
		// A word that follows with nothing between.
		{"30/2020/NĐ-CPngày 5", "30/2020/NĐ-CP", "30/2020/NĐ-CP"},
		{"21-KL/TWcủa", "21-KL/TW", "21-KL/TW"},
	} {
		got, ok := CodeAt(tt.in, 0)
		if !ok || got.Code != tt.code || got.Raw != tt.raw {
			t.Errorf("CodeAt(%q) = %q of %q, %v; want %q of %q", tt.in, got.Code, got.Raw, ok, tt.code, tt.raw)
		}
	}
}

// What dates, numbers, sections and names of files look like is no code.
func TestSeparatorsRefuse(t *testing.T) {
	for _, in := range []string{
		"5.CT/TW", "5. CT/TW", "2016.CT/TW", "3.5 CT/TW", // a section, a year, an amount
		"30.2020", "30.2020.", "10.2020/NĐ", "30.2020 NĐ-CP", // dates and half codes
		"05.CT.TW", "05_CT_TW", "05-CT_TW", "30_2020_NĐ-CP", "64.CP", "64_CP", // no slash
		"18_NQ/TW_ky", "18_NQ/TW.pdf", "18_NQ/TW/2", "18_NQ/TW-2", "30.2020/NĐ-CP.docx", // names of files and addresses
		"05.ct/tw", "30.2020/nđ-cp", "05.CT/tw", // small letters as well
		"05.CT/ABC", "30.2020/NĐ-ABC", "12/2021 QĐ-ABC", "21  -KL/ABC", // issuers that are not in the table
		"12/2020-NQ/TW",                                                    // the Party's codes have no year
		"10/2016 HĐND tỉnh", "10/2016, QĐ-UBND", "10/2016 quyết định-UBND", // a month and a body
		"12/CTCP", "12/BCCP", "12/TTCP", "203/HĐKT", // a company, a body, a contract
		"21   -KL/TW", "21  KL/TW", "21-KL   /TW", "12/QĐ  UBND", // columns
		"21-KL/TWvừa", "21-KL/TWngayx", "21-KL/ABCngày",
	} {
		if got, ok := CodeAt(in, 0); ok {
			t.Errorf("CodeAt(%q) = %q of %q, want none", in, got.Code, got.Raw)
		}
	}
	for _, in := range []string{
		"từ tháng 10/2016 QĐ-UBND có", "tệp 2023_18_NQ/TW", "mục 2.18_NQ/TW", "ngày 25.10.2020/NĐ-CP", "lúc 3.30.2020/NĐ-CP",
	} {
		for _, r := range Find(in) {
			if r.Kind == KindCode {
				t.Errorf("Find(%q) has the code %q", in, r.Code)
			}
		}
	}
}

func TestFindSeparators(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Chỉ thị 05.CT/TW ngày 15.5.2016", "05-CT/TW|Chỉ thị|2016-05-15|XII"},
		{"Quyết định số 10/2016 QĐ-UBND ngày 18/1", "10/2016/QĐ-UBND|Quyết định||"},
		{"Nghị định 30.2020/NĐ-CP và Nghị quyết 18_NQ/TW", "30/2020/NĐ-CP|Nghị định||;18-NQ/TW|Nghị quyết||"},
		{"Nghị định số 204/2004/NĐ-CPngày 14 tháng 12 năm 2004", "204/2004/NĐ-CP|Nghị định|2004-12-14|"},
		{"Kế hoạch liên tịch số 02/KHLT/UBND-UBMTTQ", "02/KHLT-UBND-UBMTTQ|Kế hoạch liên tịch||"},
		{"Nghị quyết Trung ương 10-NQ/TW", "10-NQ/TW|Nghị quyết||"}, // no tenth plenum
		{"tăng 30.2020 lần, ngày 30.10.2020", ""},
		// Behind its type in words a code needs no slash.
		{"Chỉ thị số 05.CT.TW", "05-CT/TW|Chỉ thị||"},
		{"Chỉ thị 5.CT/TW", "05-CT/TW|Chỉ thị||"},
		{"Nghị quyết 18_NQ_TW, ngày 25/10/2017", "18-NQ/TW|Nghị quyết|2017-10-25|XII"},
		{"Nghị định 30.2020.NĐ-CP và Nghị định số 30-2020-NĐ-CP", "30/2020/NĐ-CP|Nghị định||;30/2020/NĐ-CP|Nghị định||"},
		{"Quyết định số 1600.QĐ-TTg", "1600/QĐ-TTg|Quyết định||"},
		{"Nghị quyết 05.QĐ.TW", "|Nghị quyết||"},            // another type: no code
		{"Kế hoạch 2016.KH.TU", ""},                         // a year
		{"tệp Nghị quyết số 18_NQ_TW.pdf", "|Nghị quyết||"}, // a name of a file, but "số"
		{"Quyết định số 12.QĐ-ABC", "|Quyết định||"},
	} {
		if got := line(Find(tt.in)); got != tt.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
	for _, tt := range []struct {
		in   string
		want float64
	}{{"30.2020/NĐ-CP", 0.85}, {"30/2020/NĐCP", 0.85}, {"41.2024/QH15", 0.85}, {"18_NQ/TW", 0.85}, {"21  -  KL/TW", 0.97}} {
		if refs := Find(tt.in); len(refs) != 1 || refs[0].Confidence != tt.want {
			t.Errorf("Find(%q): %+v, want one of confidence %v", tt.in, refs, tt.want)
		}
	}
}

// No directive has the number 0, however it is written.
func TestNumberZero(t *testing.T) {
	for _, in := range []string{"NĐ 00", "Nghị định số 00", "Kết luận số 0 của Bộ Chính trị", "Nghị định số 0/2020", "Nghị quyết số 00của", "00-NQ/TW"} {
		if refs := Find(in); len(refs) > 0 {
			t.Errorf("Find(%q) = %q", in, refs[0].Code)
		}
	}
}
