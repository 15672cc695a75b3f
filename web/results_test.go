package web

import (
	"context"
	"testing"

	"soi/index/schema"
)

// strict finds nothing, and knows what would be found with less.
type strict struct{ fake }

func (s *strict) Search(_ context.Context, req schema.Request) (schema.Results, error) {
	return schema.Results{
		Query: req.Query,
		Typed: []schema.TypedFilter{{Field: schema.FieldYear, Value: "2022", Start: len("soi "), End: len(req.Query)}},
		Relaxations: []schema.Relaxation{
			{Field: schema.FieldProvince, Values: []string{"Lai Châu", "Sơn La"}, Total: 1041},
			{Field: schema.FieldYear, Values: []string{"2022"}, Total: 12},
			{Field: schema.FieldPublished, Values: []string{"2021-05-01", ""}, Total: 7},
			{Values: []string{`"soi"`}, Query: "năm:2022", Total: 3},
			{Total: 2},
		},
	}, nil
}

// Where nothing is found the page leads to the same search with one condition
// less, whatever else is set.
func TestRelaxed(t *testing.T) {
	s := get(t, Handler(&strict{}, Options{}), "/search?q=soi+n%C4%83m:2022&province=lai-chau&province=son-la&from=2021-05-01&sort=newest&page=2&lang=vi")
	same(t, "words", s.texts(".relaxed li"), []string{
		"Bỏ lọc Tỉnh, thành phố: Lai Châu, Sơn La 1.041", "Bỏ lọc Năm: 2022 12", "Bỏ lọc từ ngày 01/05/2021 7", `Bỏ "soi" 3`,
		"Tìm lại, bỏ mọi điều kiện lọc 2",
	})
	same(t, "addresses", s.attrs(".relaxed a", "href"), []string{
		"/search?q=soi+n%C4%83m:2022&from=2021-05-01&sort=newest&lang=vi",
		"/search?q=soi&province=lai-chau&province=son-la&from=2021-05-01&sort=newest&lang=vi",
		"/search?q=soi+n%C4%83m:2022&province=lai-chau&province=son-la&sort=newest&lang=vi",
		"/search?q=n%C4%83m:2022&province=lai-chau&province=son-la&from=2021-05-01&sort=newest&lang=vi",
		"/search?q=soi&sort=newest&lang=vi",
	})
}

// found finds one document, and says why.
type found struct{ fake }

func (f *found) Search(_ context.Context, req schema.Request) (schema.Results, error) {
	return schema.Results{Query: req.Query, Total: 1, Hits: []schema.Hit{{ID: "a", Title: "Tự soi", Why: []schema.Reason{
		{Kind: schema.ReasonTitle, Args: []string{"Tự", "soi"}},
		{Kind: schema.ReasonUnmarked, Args: []string{"sửa", "<b>sua"}},
	}}}}, nil
}

func TestWhy(t *testing.T) {
	s := get(t, Handler(&found{}, Options{}), "/search?q=soi&lang=vi")
	same(t, "summary", s.texts(".why summary"), []string{"Vì sao"})
	same(t, "reasons", s.texts(".why li"), []string{"trong tiêu đề có “Tự”, “soi”", "khớp không dấu: gõ “sửa”, bài viết “<b>sua”"})
}
