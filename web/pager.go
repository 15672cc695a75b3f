package web

// A pager leads to the other pages of a list.
type pager struct {
	Page, Last     int
	Previous, Next string // addresses, "" at the ends
	Near           []link // pages around this one
}

// pager is nil if all entries are on one page of the size.
func (v view) pager(total, size, page int, url func(page int) string) *pager {
	last := min((total+size-1)/size, lastPage)
	if last <= 1 && page == 1 {
		return nil
	}
	p := &pager{Page: page, Last: max(last, 1)}
	if page > 1 {
		p.Previous = url(min(page-1, p.Last))
	}
	if page < last {
		p.Next = url(page + 1)
	}
	const around = 2
	for n := max(1, page-around); n <= min(last, page+around); n++ {
		p.Near = append(p.Near, link{URL: url(n), Text: v.printer.Number(n), Current: n == page})
	}
	return p
}
