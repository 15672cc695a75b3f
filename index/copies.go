package index

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/sync/errgroup"

	"soi/index/internal/copies"
	"soi/index/internal/store"
	"soi/index/schema"
)

// copiesName is the file of a generation that lists which documents are the
// same report: JSON, a list of lists of ids.
const copiesName = "copies.json"

const (
	// mostCompared bounds the members of a group that a document is compared
	// with before it joins, and the documents of one mark that each is.
	mostCompared = 16

	// textsKept bounds the texts kept for further comparisons; one of 3 kB
	// takes 10 kB.
	textsKept = 2048
)

// A sketcher makes the sketches of documents beside the work of the Writer.
type sketcher struct {
	group errgroup.Group
	mu    sync.Mutex
	made  map[string]copies.Sketch // by id
}

func newSketcher() *sketcher {
	s := &sketcher{made: map[string]copies.Sketch{}}
	s.group.SetLimit(runtime.GOMAXPROCS(0))
	return s
}

func (s *sketcher) add(d *schema.Document) {
	id, parts := d.ID, reported(d)
	s.group.Go(func() error {
		sketch := copies.NewSketch(parts)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.made[id] = sketch
		return nil
	})
}

// all gives the sketches once they are made.
func (s *sketcher) all() map[string]copies.Sketch {
	_ = s.group.Wait() // none of them fails
	return s.made
}

// reported are the parts of a document that copies have in common: each page
// has its own title and its own captions.
func reported(d *schema.Document) []string {
	var parts []string
	for _, span := range d.Body {
		parts = append(parts, span.Of(d.Text))
	}
	return parts
}

// A copier finds out which new documents are copies.
type copier struct {
	view   *view // of the draft
	groups map[string][]*record
	texts  map[string]*comparable // by id
}

// A comparable is what documents are compared by.
type comparable struct {
	text                        *copies.Text
	period                      copies.Period // of the title
	province, district, commune string
	published                   string // ISO date; "" unknown
	year                        int    // 0 unknown
}

// findCopies tells of each document that was put in this run which group of
// copies it belongs to, if any. Those of the others stay as they are, so that
// an update costs what is new.
func (w *Writer) findCopies(ctx context.Context) error {
	fresh := w.takeSketches()
	c := &copier{groups: w.known.nameGroups(), texts: map[string]*comparable{}}
	if pairs := candidates(fresh, w.known); len(pairs) > 0 {
		err := readOnce(w.draft.Path, len(w.known.records), func(ix bleve.Index) error {
			c.view = &view{bleve: ix, generation: &store.Generation{Path: w.draft.Path}}
			return c.join(ctx, fresh, pairs)
		})
		if err != nil {
			return fmt.Errorf("copies: %w", err)
		}
	}
	w.known.nameGroups()
	return nil
}

// nameGroups gives the groups of copies by name, each renamed after the first
// by id of the members it has now: a group that kept the name of one that has
// left would be taken for the group which that one founds elsewhere. Who is
// alone in a group is in none. Members are by id.
func (k *Known) nameGroups() map[string][]*record {
	before := map[string][]*record{}
	for r := range k.documents() {
		if r.copyOf != "" {
			before[r.copyOf] = append(before[r.copyOf], r)
		}
	}
	groups := make(map[string][]*record, len(before))
	for _, members := range before {
		slices.SortFunc(members, func(a, b *record) int { return strings.Compare(a.id, b.id) })
		name := members[0].id
		if len(members) == 1 {
			name = ""
		} else {
			groups[name] = members
		}
		for _, r := range members {
			r.copyOf = name
		}
	}
	return groups
}

// takeSketches gives the records of the documents that were put, by id, each
// with its sketch and in no group.
func (w *Writer) takeSketches() []*record {
	var fresh []*record
	for id, sketch := range w.sketches.all() {
		if r := w.known.records[id]; r != nil {
			r.sketch, r.copyOf = sketch, ""
			fresh = append(fresh, r)
		}
	}
	slices.SortFunc(fresh, func(a, b *record) int { return strings.Compare(a.id, b.id) })
	return fresh
}

// candidates gives for each fresh document those whose sketches are like its
// own.
func candidates(fresh []*record, all *Known) map[*record][]*record {
	isFresh := map[*record]bool{}
	for _, r := range fresh {
		isFresh[r] = true
	}
	pairs := map[*record][]*record{}
	pair := func(a, b *record) {
		if isFresh[a] && a.sketch.Alike(b.sketch) && !slices.Contains(pairs[a], b) {
			pairs[a] = append(pairs[a], b)
		}
	}
	marks := marksOf(fresh, all)
	for start := 0; start < len(marks); {
		end := start + 1
		for end < len(marks) && marks[end].mark == marks[start].mark {
			end++
		}
		for i := start + 1; i < end; i++ {
			// A report that is everywhere is met among the first.
			for j := start; j < min(i, start+mostCompared); j++ {
				pair(marks[i].record, marks[j].record)
				pair(marks[j].record, marks[i].record)
			}
		}
		start = end
	}
	return pairs
}

// A marked is a mark of a document's sketch, its place before it.
type marked struct {
	mark   uint32
	record *record
}

// marksOf gives the marks of all documents, those of one mark together and by
// id; if few documents are fresh, only the marks that these have.
func marksOf(fresh []*record, all *Known) []marked {
	const few = 8 // one in so many
	place := func(i int, mark uint16) uint32 { return uint32(i)<<16 | uint32(mark) }
	wanted := make([]bool, copies.Marks<<16)
	filter := len(fresh)*few < len(all.records)
	for _, r := range fresh {
		for i, m := range r.sketch.Marks() {
			if filter {
				wanted[place(i, m)] = true
			}
		}
	}
	var marks []marked
	for r := range all.documents() {
		if r.sketch == (copies.Sketch{}) {
			continue
		}
		for i, m := range r.sketch.Marks() {
			if mark := place(i, m); !filter || wanted[mark] {
				marks = append(marks, marked{mark, r})
			}
		}
	}
	slices.SortFunc(marks, func(a, b marked) int {
		return cmp.Or(cmp.Compare(a.mark, b.mark), strings.Compare(a.record.id, b.record.id))
	})
	return marks
}

// join puts each fresh document into the first group all of whose members are
// the same report.
func (c *copier) join(ctx context.Context, fresh []*record, pairs map[*record][]*record) error {
	waiting := map[*record]bool{}
	for _, r := range fresh {
		waiting[r] = true
	}
	for _, r := range fresh {
		delete(waiting, r)
		for _, other := range pairs[r] {
			if err := ctx.Err(); err != nil {
				return err
			}
			if waiting[other] || r.copyOf != "" {
				continue
			}
			members := c.groups[other.copyOf]
			if other.copyOf == "" {
				members = []*record{other}
			}
			same, err := c.same(r, members)
			if err != nil {
				return err
			}
			if !same {
				continue
			}
			if other.copyOf == "" {
				other.copyOf = other.id
			}
			r.copyOf = other.copyOf
			c.groups[r.copyOf] = append(members, r)
		}
	}
	return nil
}

// same reports whether a document is the same report as each of others.
func (c *copier) same(r *record, others []*record) (bool, error) {
	a, err := c.load(r.id)
	if err != nil {
		return false, err
	}
	for _, other := range others[:min(len(others), mostCompared)] {
		b, err := c.load(other.id)
		if err != nil {
			return false, err
		}
		if a.elsewhere(b) || a.atAnotherTime(b) || !copies.Same(a.text, b.text) {
			return false, nil
		}
	}
	return true, nil
}

// elsewhere reports whether two documents are known to report from different
// places.
func (a *comparable) elsewhere(b *comparable) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	return differ(a.province, b.province) || differ(a.district, b.district) || differ(a.commune, b.commune)
}

// longestReprint is how long after a report its copies are published at most,
// in days. Who reports every half-year in the same words reports anew.
const longestReprint = 150

// atAnotherTime reports whether two documents are known to report of different
// times: by their titles, or by when they were published.
func (a *comparable) atAnotherTime(b *comparable) bool {
	if a.period.Differs(b.period) {
		return true
	}
	from, errA := time.Parse(time.DateOnly, a.published)
	to, errB := time.Parse(time.DateOnly, b.published)
	if errA == nil && errB == nil {
		return to.Sub(from).Abs() > longestReprint*24*time.Hour
	}
	return a.year != 0 && b.year != 0 && a.year != b.year
}

func (c *copier) load(id string) (*comparable, error) {
	if known := c.texts[id]; known != nil {
		return known, nil
	}
	d, err := c.view.load(id)
	if err != nil {
		return nil, err
	}
	if len(c.texts) == textsKept {
		clear(c.texts)
	}
	c.texts[id] = &comparable{
		text: copies.New(reported(&d)), period: copies.NewPeriod(d.TitleText()),
		province: d.Province, district: d.District, commune: d.Commune,
		published: d.Published, year: d.Year,
	}
	return c.texts[id], nil
}

// writeCopies writes the groups of copies of a generation in folder gen.
func (k *Known) writeCopies(gen string) error {
	byGroup := map[string][]string{}
	for r := range k.documents() {
		if r.copyOf != "" {
			byGroup[r.copyOf] = append(byGroup[r.copyOf], r.id)
		}
	}
	groups := make([][]string, 0, len(byGroup))
	for _, ids := range byGroup {
		slices.Sort(ids)
		groups = append(groups, ids)
	}
	slices.SortFunc(groups, slices.Compare)
	b, err := json.Marshal(groups)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(gen, copiesName), b, 0o644)
}

// readCopies reads the groups of copies of a generation in folder gen.
func readCopies(gen string) ([][]string, error) {
	path := filepath.Join(gen, copiesName)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var groups [][]string
	if err := json.Unmarshal(b, &groups); err != nil {
		return nil, store.Damaged(path, "cannot be read: %v", err)
	}
	return groups, nil
}
