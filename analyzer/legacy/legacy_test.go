package legacy

import (
	"strings"
	"testing"
)

// detect names the encoding of a paragraph that stands alone.
func detect(paragraph string) (Encoding, bool) { return weigh(paragraph).decide() }

func TestVectors(t *testing.T) {
	for _, row := range vectors(t, "legacy.tsv") {
		want, in, decoded := Encoding(row[0]), row[1], row[2]
		if want == "-" {
			want = ""
		}
		got, ok := detect(in)
		if got != want || ok != (want != "") {
			t.Errorf("detect(%+q) = %q, %v, want %q", in, got, ok, want)
		}
		if got, _, _ := Repair(in); got != decoded {
			t.Errorf("Repair(%+q) = %q, want %q", in, got, decoded)
		}
	}
}

func TestDetectLeaves(t *testing.T) {
	for _, s := range []string{
		"", "2021", "abc", "·", "© 2021 ®", "§ 5, § 6", "½ ¾", "£5 ¥10", "m² 30°C",
		"toà nhà", "văn hoá, xã hội", "Uỷ ban", "là cà", "thính giả", // clean, old and new style
		"Ðảng bộ", "Ðoàn", "cuả điạ phương", "quoàng", "giaì", // a wrong Đ, marks on a wrong letter
		"chính\u00ADtrị xã\u00ADhội",          // soft hyphens
		"Mo\u0323\u0302t toa\u0300 nha\u0300", // letters and marks apart
		"où", "Là où", "Le café est très bon à côté de l'école", "Crème brûlée", "Noël à Huế", "la bête né à Orléans",
		"São Paulo", "João não é irmão", "El Niño", "Señor Peña está aquí mañana", "Raúl Saúl",
		"Zürich", "Müller für über schön", "LÖW MÜLLER", "Köln", "Özil",
		"så på", "Får jag gå på bio på lördag", "Malmö", "Tromsø på øya", "Þór Björn", "Søren",
		"così più perciò può", "lì qui già", "naïve Citroën Chloë",
	} {
		if e, ok := detect(s); ok {
			t.Errorf("%q is taken for %s, %q", s, e, Decode(s, e))
		}
	}
}

func TestDecode(t *testing.T) {
	for _, tt := range []struct {
		e        Encoding
		in, want string
	}{
		{TCVN3, "§¶ng bé", "Đảng bộ"},
		{TCVN3, "§¶NG Bé TØNH Hµ NAM, cña Hµ Néi", "ĐẢNG BỘ TỈNH HÀ NAM, của Hà Nội"}, // capitals come back
		{TCVN3, "BAN Tæ CHøC HuyÖn uû", "BAN TỔ CHỨC Huyện uỷ"},
		{TCVN3, "Bé Y tÕ ë TW", "Bộ Y tế ở TW"}, // TW alone says nothing
		{TCVN3, "HÀ NéI", "HÀ NỘI"},
		{TCVN3, "trêng níc ®îc", "trường nước được"}, // lost soft hyphens
		{TCVN3, "ngêi míi", "ngời mới"},              // ơi can be right
		{TCVN3, "Q§-UBND, N§-CP, ®/c, H§ND", "QĐ-UBND, NĐ-CP, đ/c, HĐND"},
		{TCVN3, "«Tù do», « t«, «t«, § 5, 3½, £5, · mét", "«Tự do», ô tô, ôtô, § 5, 3½, £5, · một"}, // symbols that are letters too
		{TCVN3, "cña Müller, España", "của Müller, España"},
		{TCVN3, "JosÐ LÐman", "José Léman"}, // é is a letter of both
		{TCVN3, "®«la «USD»", "đôla «USD»"},
		{TCVN3, "21-KL/TW", "21-KL/TW"},
		{VNIWindows, "ÑAÛNG Boä, Ñaûng", "ĐẢNG Bộ, Đảng"},
		{VNIWindows, "UÛy ban, Uûy ban", "Ủy ban, Ủy ban"},
		{VNIWindows, "HÑND, QÑ-UBND, ATNÑ", "HĐND, QĐ-UBND, ATNĐ"},
		{VNIWindows, "cuûa Müller", "của Müller"},
		{VNIWindows, "ngöôøi thöôûng", "người thưởng"},
		{Windows1258, "Ðaòng viên thýõìng", "Đạng viên thướng"},
		{Windows1258, "ÐAÒNG viêòt", "ĐẢNG việt"},
		{Windows1258, "vãcxin", "văcxin"},
		{UTF8In1252, "Ä\u0090áº£ng bá»™", "Đảng bộ"},
		{UTF8In1252, "Äáº£ng", "Đảng"},                   // lost 90
		{UTF8In1252, "tiá»n", "tiền"},                    // lost 81: no other letter fits
		{UTF8In1252, "má»i", "má»i"},                     // mọi, mỏi or mời
		{UTF8In1252, "thÃ nh phá»‘", "thành phố"},        // A0 became a space
		{UTF8In1252, "lÃ  tá»‰nh", "là tỉnh"},            // here too
		{UTF8In1252, "lÃ tá»‰nh, vÃ", "là tỉnh, và"},     // and was dropped
		{UTF8In1252, "Äáº I Há»˜I", "ĐẠI HỘI"},           // A0 in a capital
		{UTF8In1252, "DOÃƒN", "DOÃN"},                    // and not ÁN, with a lost byte
		{UTF8In1252, "â€œTá»± soiâ€\u009d", "“Tự soi”"},  // quotation marks
		{UTF8In1252, "Ä\u0090iá»\u0085u", "Điễu"},        // bytes read as Latin-1
		{UTF8In1252, "Đảng bá»™, café", "Đảng bộ, café"}, // the rest stays
		{"koi8-r", "§¶ng", "§¶ng"},
		{TCVN3, "bé\xff", "bộ\uFFFD"},
	} {
		if got := Decode(tt.in, tt.e); got != tt.want {
			t.Errorf("Decode(%+q, %s) = %q, want %q", tt.in, tt.e, got, tt.want)
		}
	}
}

const (
	longTCVN3 = "Ban Th\u00ADêng vô TØnh uû ®· ban hµnh kÕ ho¹ch kiÓm tra tæ chøc ®¶ng\n"
	longClear = "Ban Thường vụ Tỉnh uỷ đã ban hành kế hoạch kiểm tra tổ chức đảng\n"
	longVNI   = "Ban Thöôøng vuï Tænh uûy ñaõ ban haønh keá hoaïch kieåm tra toå chöùc ñaûng\n"
	clearVNI  = "Ban Thường vụ Tỉnh ủy đã ban hành kế hoạch kiểm tra tổ chức đảng\n"
)

func TestRepair(t *testing.T) {
	for _, tt := range []struct {
		why, in, want string
		e             Encoding
		fixed         int
	}{
		{"clean", longClear, longClear, "", 0},
		{"line ends stay", "toà nhà\r\n\r\nhoá học\r", "toà nhà\r\n\r\nhoá học\r", "", 0},
		{"short lines follow the long one", "ë Hµ\n" + longTCVN3 + "®Òn\n2021", "ở Hà\n" + longClear + "đền\n2021", TCVN3, 3},
		{"one word too few", "hoá\nÑaûng boä", "hoá\nĐảng bộ", VNIWindows, 1},
		{"a whole document in VNI", "hoá\n" + longVNI, "hố\n" + clearVNI, VNIWindows, 2},
		{"beside Unicode a clean word stays", "hoá\n" + clearVNI + longVNI, "hoá\n" + clearVNI + clearVNI, VNIWindows, 1},
		{"beside Unicode a broken word does not", "hoïc\n" + clearVNI + longVNI, "học\n" + clearVNI + clearVNI, VNIWindows, 2},
		{"two encodings", longTCVN3 + longTCVN3 + longVNI, longClear + longClear + clearVNI, TCVN3, 3},
		{"not UTF-8", "toà \xff nhà", "toà \uFFFD nhà", "", 0},
	} {
		got, e, fixed := Repair(tt.in)
		if got != tt.want || e != tt.e || fixed != tt.fixed {
			t.Errorf("%s: Repair(%q) = %q, %q, %d, want %q, %q, %d", tt.why, tt.in, got, e, fixed, tt.want, tt.e, tt.fixed)
		}
	}
}

// TestRepairTwice undoes two misreadings, one over the other.
func TestRepairTwice(t *testing.T) {
	misread := encoders(t)[UTF8In1252]
	got, e, fixed := Repair(misread(misread(longClear)))
	if got != longClear || e != UTF8In1252 || fixed != 1 {
		t.Errorf("Repair = %q, %q, %d, want %q", got, e, fixed, longClear)
	}
}

// TestRepairHostile needs no assertion on time: were any of these quadratic,
// the test would not end.
func TestRepairHostile(t *testing.T) {
	const n = 1 << 18
	for _, unit := range []string{"Ã ", "á»", "Ä", "µ", "ơ", "aù", "¶n", "BÐ ", "«", "\u00AD", "\n", "ë\n", "a\u0301", "\xc3"} {
		long := strings.Repeat(unit, n/len(unit))
		once, _, _ := Repair(long)
		if twice, _, _ := Repair(once); twice != once {
			t.Errorf("a text of %q changes at the second repair", unit)
		}
		for _, e := range encodings {
			Decode(long, e)
		}
	}
}
