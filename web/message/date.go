package message

import "time"

// Date is an ISO date as people write it: 25/10/2021 in Vietnamese,
// 25 October 2021 in English. A month without a day ("2021-10") and a year
// alone are written so; what is no date comes back as it is.
func (p *Printer) Date(iso string) string {
	for _, form := range []struct{ layout, vi, en string }{
		{"2006-01-02", "02/01/2006", "2 January 2006"},
		{"2006-01", "01/2006", "January 2006"},
	} {
		t, err := time.Parse(form.layout, iso)
		if err != nil {
			continue
		}
		if p.lang == English {
			return t.Format(form.en)
		}
		return t.Format(form.vi)
	}
	return iso
}
