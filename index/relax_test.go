package index_test

import (
	"fmt"
	"strings"
	"testing"

	"soi/index/schema"
)

// Where nothing is found, it is told what one condition less would find, and
// no condition is named that would not help.
func TestRelaxations(t *testing.T) {
	report := func(id, province string, year int, level schema.Level, body string) *schema.Document {
		d := text(id, "Báo cáo", body)
		d.Province, d.ProvinceNow, d.Year, d.Level = province, province, year, level
		return d
	}
	ix := corpus(t,
		report("a", "Lai Châu", 2021, schema.LevelDistrict, "tự soi"),
		report("b", "Sơn La", 2022, schema.LevelDistrict, "tự soi"),
		report("c", "Sơn La", 2022, schema.LevelCommune, "tự soi, tự sửa"),
		report("d", "Sơn La", 2023, schema.LevelCommune, "dân vận khéo"),
	)
	for _, tt := range []struct {
		query  string
		filter schema.Filter
		want   string
	}{
		{"tự soi", schema.Filter{Province: []string{"Lai Châu"}, Year: []schema.YearRange{{From: 2022, To: 2022}}},
			"province [Lai Châu] 2; year [2022] 1"},
		{"tự soi", schema.Filter{Province: []string{"lai-chau"}, Level: []schema.Level{"xa"}}, "province [lai-chau] 1; level [xa] 1"},
		{`tự soi tỉnh:"Lai Châu"`, schema.Filter{Year: []schema.YearRange{{From: 2022}}}, "province [Lai Châu] 2; year [2022..] 1"},
		{"dân vận", schema.Filter{Province: []string{"Lai Châu"}, Year: []schema.YearRange{{From: 2021, To: 2021}}}, "[] 1"}, // not one alone
		{"dân vận", schema.Filter{From: "2021-01-01"}, "published [2021-01-01 ] 1"},
		{`"tự soi" "dân vận"`, schema.Filter{}, `["dân vận"] 3 "tự soi"; ["tự soi"] 1 "dân vận"`},
		{`"tự soi" khéo -sửa`, schema.Filter{}, `[khéo] 2 "tự soi" -sửa; ["tự soi"] 1 khéo -sửa`},
		{`"tự soi" "dân vận"`, schema.Filter{Level: []schema.Level{"huyen"}}, `["dân vận"] 2 "tự soi"`},
		{"tự soi khéo", schema.Filter{}, ""}, // relaxed already, and found
		{"khôngcó", schema.Filter{Level: []schema.Level{"xa"}}, ""},
		{`"khôngcó" "nàocả"`, schema.Filter{}, ""},
		{"tự soi", schema.Filter{}, ""},
	} {
		r := search(t, ix, schema.Request{Query: tt.query, Filter: tt.filter})
		var got []string
		for _, x := range r.Relaxations {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %v %d %s", x.Field, x.Values, x.Total, x.Query)))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s %+v: %s, want %s", tt.query, tt.filter, strings.Join(got, "; "), tt.want)
		}
	}
}

// A condition less finds as many as were promised.
func TestRelaxationsHold(t *testing.T) {
	ix := rulesCorpus(t)
	for _, query := range []string{`"đảng viên" "biểu dương" covid`, `kiểm "giám sát" -chi`, `"kết luận" (covid OR tphcm) "quy định"`} {
		relaxations := search(t, ix, schema.Request{Query: query}).Relaxations
		if len(relaxations) == 0 {
			t.Errorf("%s: nothing to leave out", query)
		}
		for _, x := range relaxations {
			if got := search(t, ix, schema.Request{Query: x.Query}).Total; got != x.Total {
				t.Errorf("%s without %v: %s finds %d, promised %d", query, x.Values, x.Query, got, x.Total)
			}
		}
	}
}
