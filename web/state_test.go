package web

import (
	"math/rand/v2"
	"net/url"
	"slices"
	"testing"

	"soi/index/schema"
	"soi/web/message"
)

func readState(t *testing.T, parameters string) state {
	t.Helper()
	values, err := url.ParseQuery(parameters)
	if err != nil {
		t.Fatal(err)
	}
	var s state
	if err := s.read(values); err != nil {
		t.Fatalf("%s: %v", parameters, err)
	}
	return s
}

// One state has one address, however it was typed.
func TestStateAddress(t *testing.T) {
	for _, tt := range []struct{ parameters, want string }{
		{"", "/search"},
		{"q=", "/search"},
		{"q=+t%E1%BB%B1+soi+", "/search?q=t%E1%BB%B1+soi"},
		{"page=1&sort=score&level=&q=a", "/search?q=a"},
		{"level=xa&q=a&level=tinh&level=xa", "/search?q=a&level=xa&level=tinh"},
		{"directive=21-KL%2FTW%40XIII", "/search?directive=21-KL/TW@XIII"},
		{"directive=a%26b%3Dc%23", "/search?directive=a%26b%3Dc%23"},
		{"year=2021..2023&page=3&sort=oldest", "/search?year=2021..2023&sort=oldest&page=3"},
		{"sort=newest&literal=1&q=a", "/search?q=a&literal=1&sort=newest"},
		{"unknown=x&q=a", "/search?q=a"},
		{"q=a&q=b", "/search?q=a"},
	} {
		if got := readState(t, tt.parameters).url(""); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.parameters, got, tt.want)
		}
	}
	if got := readState(t, "q=a").url(message.English); got != "/search?q=a&lang=en" {
		t.Errorf("with a language: %s", got)
	}
}

// What a state writes it reads again, and a value added and taken away leaves
// it as it was. The state it came from is never touched.
func TestStateRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{"tự", "21-KL/TW@XIII", "&", "=", "#", "%", "+", " ", `"`, "\x00", "🙂", "2021..2023", "?"}
	word := func() string {
		return "x" + alphabet[random.IntN(len(alphabet))] + alphabet[random.IntN(len(alphabet))] + "x"
	}
	for range 500 {
		s := state{query: word(), chosen: map[schema.Field][]string{}, page: 1 + random.IntN(9)}
		s.literal = random.IntN(2) == 1
		s.sort = []schema.Sort{"", schema.SortNewest, schema.SortOldest}[random.IntN(3)]
		for range random.IntN(5) {
			page := s.page
			s = s.with(filters[random.IntN(len(filters))], word()).at(page)
		}
		address := s.url("")
		u, err := url.Parse(address)
		if err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		var again state
		if err := again.read(u.Query()); err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		if got := again.url(""); got != address {
			t.Fatalf("wrote %s, read %s", address, got)
		}
		f := filters[random.IntN(len(filters))]
		if got := s.with(f, "new").without(f, "new").at(s.page).url(""); got != address {
			t.Fatalf("with and without a value: %s, was %s", got, address)
		}
		if got := s.url(""); got != address {
			t.Fatalf("the state itself changed: %s, was %s", got, address)
		}
	}
}

// The filters of an address reach the searcher as typed.
func TestRequest(t *testing.T) {
	s := readState(t, "q=soi&province=bac-giang&province=Hu%E1%BA%BF&province_now=da-nang&directive=21+-+kl/tw&year=2021..2022&level=xa&kind=tin&site=a.vn&from=2021-01-02&to=2022-03-04&literal=1&sort=newest&page=3")
	req, err := s.request()
	if err != nil {
		t.Fatal(err)
	}
	f := req.Filter
	for what, ok := range map[string]bool{
		"query": req.Query == "soi" && req.Literal, "sort": req.Sort == schema.SortNewest, "page": req.Offset == 20 && req.Limit == 10, "facets": req.Facets,
		"province": slices.Equal(f.Province, []string{"bac-giang", "Huế"}), "province now": slices.Equal(f.ProvinceNow, []string{"da-nang"}),
		"directive": slices.Equal(f.Directive, []string{"21 - kl/tw"}), "year": slices.Equal(f.Year, []schema.YearRange{{From: 2021, To: 2022}}),
		"level": slices.Equal(f.Level, []schema.Level{schema.LevelCommune}), "kind": slices.Equal(f.Kind, []schema.Kind{schema.KindNews}),
		"site": slices.Equal(f.Site, []string{"a.vn"}), "dates": f.From == "2021-01-02" && f.To == "2022-03-04",
	} {
		if !ok {
			t.Errorf("%s is lost: %+v", what, req)
		}
	}
}
