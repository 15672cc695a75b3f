package cite

import "testing"

func TestCodeAt(t *testing.T) {
	for _, tt := range []struct{ in, code, raw string }{
		{"21-KL/TW, ngày", "21-KL/TW", "21-KL/TW"},
		{"37 – QĐ/TW về", "37-QĐ/TW", "37 – QĐ/TW"}, // en dash, spaces
		{"05 –CT/TW", "05-CT/TW", "05 –CT/TW"},
		{"5-CT/TW", "05-CT/TW", "5-CT/TW"}, // two digits are shown
		{"21 - KL / TW", "21-KL/TW", "21 - KL / TW"},
		{"21\u00a0-\u00a0KL/TW", "21-KL/TW", "21\u00a0-\u00a0KL/TW"}, // no-break spaces
		{"21KL/TW", "21-KL/TW", "21KL/TW"},
		{"21-kl/tw", "21-KL/TW", "21-kl/tw"},
		{"37-QÐ/TW", "37-QĐ/TW", "37-QÐ/TW"}, // Eth
		{"37-QD/TW", "37-QĐ/TW", "37-QD/TW"},
		{"8-qđi/tw", "08-QĐi/TW", "8-qđi/tw"}, // not QĐ
		{"29-NQ/T.Ư", "29-NQ/TW", "29-NQ/T.Ư"},
		{"33/NQ - TƯ", "33-NQ/TW", "33/NQ - TƯ"},
		{"33/NQ-TU\u031b", "33-NQ/TW", "33/NQ-TU\u031b"}, // decomposed
		{"15-HD/BTCTƯ", "15-HD/BTCTW", "15-HD/BTCTƯ"},
		{"12-NQ/TU", "12-NQ/TU", "12-NQ/TU"}, // Tỉnh ủy stays
		{"24a-NQ/TW", "24a-NQ/TW", "24a-NQ/TW"},
		{"27-ctr/hu", "27-CTr/HU", "27-ctr/hu"},
		{"30/2020/NĐ-CP.", "30/2020/NĐ-CP", "30/2020/NĐ-CP"},
		{"30/2020/nd-cp", "30/2020/NĐ-CP", "30/2020/nd-cp"},
		{"115/2018/NĐ- CP", "115/2018/NĐ-CP", "115/2018/NĐ- CP"},
		{"26/2015/TTLT-BYT-BNV ngày", "26/2015/TTLT-BYT-BNV", "26/2015/TTLT-BYT-BNV"},
		{"26/2015/TTLT-BYT - BNV", "26/2015/TTLT-BYT-BNV", "26/2015/TTLT-BYT - BNV"},
		{"03/2018/TT/BGTVT", "03/2018/TT-BGTVT", "03/2018/TT/BGTVT"},
		{"41/2024/QH15", "41/2024/QH15", "41/2024/QH15"},
		{"05/2007/PL-UBTVQH11", "05/2007/PL-UBTVQH11", "05/2007/PL-UBTVQH11"},
		{"22-LCT/HĐNN8", "22-LCT/HĐNN8", "22-LCT/HĐNN8"},
		{"1600/QĐ-TTg", "1600/QĐ-TTg", "1600/QĐ-TTg"},
		{"1600/qđ-ttg", "1600/QĐ-TTg", "1600/qđ-ttg"},
		{"19-2018/NQ-CP", "19/2018/NQ-CP", "19-2018/NQ-CP"},
		{"30/2 000/PL-UBTVQH 10", "30/2000/PL-UBTVQH10", "30/2 000/PL-UBTVQH 10"},
		{"18-NQ/CP", "18/NQ-CP", "18-NQ/CP"},
		{"646/QĐ/QUTW", "646-QĐ/QUTW", "646/QĐ/QUTW"},
		{"1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN", "1836 QĐ/TWĐTN"},
		{"12/QĐ-UBND", "12/QĐ-UBND", "12/QĐ-UBND"},
		{"1.234/QĐ-UBND", "1234/QĐ-UBND", "1.234/QĐ-UBND"}, // parted as large numbers are
		{"1014/UBND-NC", "1014/UBND-NC", "1014/UBND-NC"},
		{"2015/VPCP-V.I", "2015/VPCP-V.I", "2015/VPCP-V.I"},
		{"2015/VPCP-V.III,", "2015/VPCP-V.III", "2015/VPCP-V.III"},
		{"1014/UBND-NC. Sau", "1014/UBND-NC", "1014/UBND-NC"}, // the full stop is not part
		{"115-HĐBT", "115-HĐBT", "115-HĐBT"},
		{"43/CP", "43/CP", "43/CP"},
		{"12/CP-KTTH", "12/CP-KTTH", "12/CP-KTTH"},
		{"200/2004/QĐ-UB", "200/2004/QĐ-UB", "200/2004/QĐ-UB"},
		{"38-HD/BTG", "38-HD/BTG", "38-HD/BTG"},
		{"7-QĐ/ABCD", "07-QĐ/ABCD", "7-QĐ/ABCD"}, // an issuer that is not in the table
	} {
		got, ok := CodeAt(tt.in, 0)
		if !ok || got.Code != tt.code || got.Raw != tt.raw {
			t.Errorf("CodeAt(%q) = %q of %q, %v; want %q of %q", tt.in, got.Code, got.Raw, ok, tt.code, tt.raw)
		}
	}
}

func TestCodeAtRefuses(t *testing.T) {
	for _, in := range []string{
		"2021-2025", "2-5-2021", "24/24/7", "32/32 chi bộ", "25/10/2021", "5G", "19/TW",
		"21 cán bộ/TW", // a word that only begins like a code
		"21-KL/TWabc",  // the issuer goes on
		"21-KL/TW2",    // a digit follows
		"21-KL/abc",    // small letters and no known issuer
		"21KL/ABC",     // no dash and no known issuer
		"123456-KL/TW", // too many digits
		"21", "21-", "21-K", "21-KL", "21-KL/", "", "21-KL/TW\u0301",
		"50-60 kg/ha",
	} {
		if got, ok := CodeAt(in, 0); ok {
			t.Errorf("CodeAt(%q) = %q, want none", in, got.Code)
		}
	}
	for _, in := range []string{"COVID-19-KL/TW", "x21-KL/TW", "3/21-KL/TW", "2.21-KL/TW", "ệ21-KL/TW"} {
		for i := range in {
			if got, ok := CodeAt(in, i); ok && in[i:] != "9-KL/TW" {
				t.Errorf("CodeAt(%q, %d) = %q, want none", in, i, got.Code)
			}
		}
	}
}

func TestKey(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"05-CT/TW", "5-CT/TW"},
		{"37-QĐ/TW", "37-QD/TW"},
		{"08-QĐi/TW", "8-QDI/TW"},
		{"30/2020/NĐ-CP", "30/2020/ND-CP"},
		{" 21 – kl / tw", "21-KL/TW"},
		{"1600/QĐ-TTg", "1600/QD-TTG"},
		{"NQTW4-XII", "NQTW4-XII"},
		{"", ""},
	} {
		if got := Key(tt.in); got != tt.want {
			t.Errorf("Key(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
