package copies

import (
	"encoding/base64"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// report is a report of our own writing with places for what differs.
func report(place, number, date string) string {
	return "Ngày " + date + ", Ban Thường vụ Huyện ủy " + place + " tổ chức hội nghị sơ kết một năm thực hiện quy định về những điều đảng viên không được làm.\n" +
		"Theo báo cáo, huyện đã mở " + number + " lớp học tập cho cán bộ chủ chốt, sau đó các chi bộ viết cam kết và treo ở phòng họp để mọi người cùng nhớ.\n" +
		"Cách làm mới là lập góc nhắc trong phòng họp chi bộ, mỗi tháng treo một điều kèm tình huống có thật đã giấu tên để đảng viên bàn xem nếu là mình thì xử sự ra sao.\n" +
		"Hội nghị cũng nêu hạn chế: việc tuyên truyền ở chi bộ doanh nghiệp còn mỏng; nhắc nhở trên mạng chưa kịp thời; một số nơi coi cam kết là thủ tục.\n" +
		"Thời gian tới, huyện ủy yêu cầu duy trì góc nhắc và lấy ý kiến nhận xét của nhân dân nơi cư trú mỗi năm một lần, coi đó là căn cứ để xếp loại.\n"
}

func TestSame(t *testing.T) {
	base := report("Tân Lạc", "61", "04/11/2022")
	lines := strings.SplitAfter(base, "\n")
	const award = "Dịp này, 12 tập thể được khen thưởng vì có cách làm hay trong việc học tập và viết cam kết.\n"
	for _, tt := range []struct {
		why  string
		text string
		want bool
	}{
		{"the same", base, true},
		{"another spelling of a date", strings.Replace(base, "04/11/2022", "4-11-2022", 1), true},
		{"other signs and blanks", strings.NewReplacer(", ", " – ", ": ", ". ", ".\n", ".\n\n  ").Replace(base), true},
		{"a writer's name", base + "Minh Anh\n", true},
		{"a source", base + "Theo Cổng thông tin huyện Tân Lạc\n", true},
		{"who wrote it, behind the last full stop", base[:len(base)-1] + " Minh Anh\n", true},
		{"who a picture is from", lines[0] + "Ảnh: Lê Bình\n" + strings.Join(lines[1:], ""), true},
		{"a word touched up", strings.Replace(base, "Theo báo cáo, huyện đã mở", "Một năm qua, toàn huyện mở", 1), true},
		{"a date without its year", strings.Replace(base, "04/11/2022", "4/11", 1), true},
		{"the line of a picture moved and repeated", strings.Join(lines, "") + "Một trong 61 lớp ở Tân Lạc, ảnh của trang tin.\n", true},
		{"other capitals", strings.Replace(base, "Ban Thường vụ Huyện ủy", "ban thường vụ huyện ủy", 1), true},
		{"without its last paragraph", strings.Join(lines[:4], ""), true},
		{"with one more", base + award, true},
		{"another place", strings.ReplaceAll(base, "Tân Lạc", "Cao Phong"), false},
		{"a place of one syllable", strings.ReplaceAll(base, "Huyện ủy Tân Lạc", "Thành ủy Huế"), false},
		{"another number", strings.Replace(base, "61", "75", 1), false},
		{"another date", strings.Replace(base, "04/11/2022", "05/11/2023", 1), false},
		{"another year", strings.Replace(base, "04/11/2022", "04/11/2023", 1), false},
		{"another place and number", report("Cao Phong", "75", "04/11/2022"), false},
		{"a number beside another that is left out", strings.Replace(base, "mở 61 lớp", "mở nhiều lớp", 1) + award, false},
		{"half of it", strings.Join(lines[:2], ""), false},
		{"something else", strings.Repeat("Mùa xoài năm nay được giá, bà con phấn khởi vì thương lái vào tận vườn đặt mua từ khi quả còn xanh trên cành. ", 4), false},
		{"nothing", "", false},
	} {
		a, b := New([]string{base}), New([]string{tt.text})
		x, y := NewSketch([]string{base}), NewSketch([]string{tt.text})
		if got := Same(a, b); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.why, got, tt.want)
		}
		if Same(a, b) != Same(b, a) {
			t.Errorf("%s: it depends on which is first", tt.why)
		}
		if tt.want && !x.Alike(y) {
			t.Errorf("%s: the sketches are not alike", tt.why)
		}
	}
}

// Short texts are compared with none: a sentence can be the same by chance.
func TestShort(t *testing.T) {
	short := []string{"Chi bộ tự soi, tự sửa."}
	a, x := New(short), NewSketch(short)
	if Same(a, a) || x != (Sketch{}) || x.Alike(x) {
		t.Error("a sentence is taken for a report")
	}
}

// An index keeps sketches: another way to make them needs another version.
func TestSketch(t *testing.T) {
	parts := []string{report("Tân Lạc", "61", "04/11/2022")}
	s := NewSketch(parts)
	if text := base64.RawStdEncoding.EncodeToString(s[:]); text != "usxtfSuaG29tmZrYgu2wkA" {
		t.Errorf("sketch %s", text)
	}
	shared := 0
	for i, m := range s.Marks() {
		if NewSketch(parts).Marks()[i] == m {
			shared++
		}
	}
	if shared != Marks {
		t.Errorf("equal sketches share %d marks", shared)
	}
}

// However long and strange a text, it is read to a bound.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{strings.Repeat("a ", 1<<20), strings.Repeat("\xff", 1<<16), strings.Repeat("Sóc Trăng 12 ", 1<<16), strings.Repeat("\n", 1<<16)} {
		a := New([]string{text})
		if len(a.hashes) > mostWords {
			t.Errorf("%d words are read", len(a.hashes))
		}
		Same(a, a)
		NewSketch([]string{text})
	}
}

// Neither is a copy of the other: each states what the other does not.
func TestApart(t *testing.T) {
	base := report("Tân Lạc", "61", "04/11/2022")
	with := func(old, now string) string { return strings.ReplaceAll(base, old, now) }
	for _, tt := range []struct{ why, a, b string }{
		{"places of one syllable", with("Huyện ủy Tân Lạc", "Thành ủy Huế"), with("Huyện ủy Tân Lạc", "Thành ủy Vinh")},
		{"numbers with their units", with("61 lớp", "15km đường và 61 lớp"), with("61 lớp", "25km đường và 61 lớp")},
		{"directives", with("quy định", "Kết luận 21-KL/TW"), with("quy định", "Quy định 37-QĐ/TW")},
		{"numbers of a list", base + "Nam: 30; nữ: 45; trẻ: 12\n", base + "Nam: 45; nữ: 30; trẻ: 13\n"},
		{"villages that no table knows", with("huyện đã mở", "thôn Cổ Lũng đã mở"), with("huyện đã mở", "thôn Đoài Giáp đã mở")},
	} {
		a, b := New([]string{tt.a}), New([]string{tt.b})
		if Same(a, b) || Same(b, a) {
			t.Errorf("%s: two reports are taken for one", tt.why)
		}
	}
}

// facts are what the random reports of TestMutations state.
var facts = []string{"Tân Lạc", "Cao Phong", "Mai Châu", "61", "75", "128", "04/11/2022", "05/10/2021", "21-KL/TW", "37-QĐ/TW", "12,5", "Nguyễn Văn Bình"}

// vocabulary is what their sentences are made of.
var vocabulary = strings.Fields("chi bộ đảng viên tổ chức kiểm điểm nhận xét góp ý khắc phục hạn chế phong trào nhân dân nêu gương cam kết " +
	"rèn luyện trách nhiệm nông thôn đường làng thủy lợi trường học y tế hợp tác xã thu hoạch mùa vụ sinh hoạt chuyên đề nghị quyết giám sát")

// randomReport makes sentences with a fact in every second one.
func randomReport(r *rand.Rand, sentences int) []string {
	all := make([]string, sentences)
	for i := range all {
		words := []string{"Trong"}
		for range 8 + r.IntN(10) {
			words = append(words, vocabulary[r.IntN(len(vocabulary))])
		}
		if i%2 == 0 {
			words = slices.Insert(words, 3, facts[r.IntN(len(facts))])
		}
		all[i] = strings.Join(words, " ") + "."
	}
	return all
}

// Whatever a site does around a report, it is the same; whatever fact is
// another one, it is not.
func TestMutations(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	alike, copied := 0, 0
	for n := range 300 {
		original := randomReport(r, 20+r.IntN(30))
		a := New(original)
		if copied++; NewSketch(original).Alike(NewSketch(republish(r, original))) {
			alike++
		}
		if b := New(republish(r, original)); !Same(a, b) || !Same(b, a) {
			t.Fatalf("report %d: a copy is not recognised", n)
		}
		changed := republish(r, original)
		at := slices.IndexFunc(changed, func(s string) bool {
			return slices.ContainsFunc(facts, func(f string) bool { return strings.Contains(s, f) })
		})
		for _, f := range facts {
			if strings.Contains(changed[at], f) {
				changed[at] = strings.Replace(changed[at], f, map[bool]string{true: "Thung Nai", false: "4.711"}[strings.ContainsAny(f, "TCMN") && !strings.Contains(f, "W")], 1)
				break
			}
		}
		if b := New(changed); Same(a, b) || Same(b, a) {
			t.Fatalf("report %d: %q is taken for the same report\n%q", n, changed, original)
		}
	}
	if alike < copied*97/100 {
		t.Errorf("the sketches of %d in %d copies are alike", alike, copied)
	}
}

// republish is a report as another site has it: with a writer's name, with a
// sentence without facts more or less, its lines joined or not.
func republish(r *rand.Rand, original []string) []string {
	lines := slices.Clone(original)
	if r.IntN(2) == 0 {
		lines = append(lines, "Hà Linh")
	}
	if r.IntN(2) == 0 {
		lines = slices.Insert(lines, r.IntN(len(original)), "Trong ảnh là cán bộ và nhân dân cùng làm đường.")
	}
	if i := 1 + 2*r.IntN(len(original)/2); r.IntN(2) == 0 && i < len(original) {
		lines = slices.DeleteFunc(lines, func(s string) bool { return s == original[i] })
	}
	if r.IntN(2) == 0 && lines[len(lines)-1] != "Hà Linh" {
		return []string{strings.Join(lines, " ")}
	}
	return lines
}
