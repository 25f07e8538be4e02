package pdf

import (
	"fmt"
	"io"

	"publish/layout"
)

// finisher makes the final file of what gofpdf wrote. It takes pages, contents,
// pictures, fonts, links and the outline from there and adds or replaces what
// gofpdf cannot do.
type finisher struct {
	src    *source
	out    *file
	doc    *layout.Document
	fonts  *fontSet
	tags   *tagTree // nil for a document without structure
	links  []linkMark
	titles []layout.OutlineItem // with levels that gofpdf can chain
	opt    Options

	catalog, info, resources ref
	pageRoot                 ref
	pages                    ref   // of the first page; the others follow
	annotations              ref   // of the first link area
	elements                 []ref // of each node of the structure tree, 0 if not written
}

// finish writes the final file.
func (f *finisher) finish(w io.Writer) error {
	var err error
	if f.out, err = newFile(w, f.opt.Level, f.opt.Jobs); err != nil {
		return err
	}
	defer f.out.close()
	f.number()
	catalog := dict{{"Type", name("Catalog")}, {"Pages", f.pageRoot}}
	if err := f.writePages(); err != nil {
		return err
	}
	if err := f.writeResources(); err != nil {
		return err
	}
	// The order is that in which the objects stand in the file.
	for _, part := range []func() (dict, error){
		f.writeOutline, f.writeNames, f.writeLabels, f.writeStructure, f.writeMetadata, f.settings,
	} {
		entries, err := part()
		if err != nil {
			return err
		}
		catalog = append(catalog, entries...)
	}
	if err := f.out.put(f.catalog, catalog); err != nil {
		return err
	}
	return f.out.finish(f.catalog, f.info)
}

// number gives numbers to the objects that others refer to before they are
// written.
func (f *finisher) number() {
	f.catalog, f.info, f.resources = f.out.alloc(), f.out.alloc(), f.out.alloc()
	f.pageRoot = f.out.alloc()
	f.out.allocMany(f.pageNodes())
	f.pages = f.out.allocMany(len(f.doc.Pages))
	f.annotations = f.out.allocMany(len(f.links))
	if f.tags == nil {
		return
	}
	f.tags.prune()
	f.elements = make([]ref, len(f.tags.nodes))
	for i := range f.elements {
		if f.tags.nodes[i].keep {
			f.elements[i] = f.out.alloc()
		}
	}
}

// page returns the number of a page's object.
func (f *finisher) page(index int) ref { return f.pages + ref(index) }

// settings returns the entries of the catalogue that need no other object.
func (f *finisher) settings() (dict, error) {
	pages := "TwoPageRight"
	if f.doc.Single {
		pages = "SinglePage"
	}
	viewer := dict{{"DisplayDocTitle", token("true")}}
	if f.doc.RightToLeft {
		viewer = append(viewer, entry{"Direction", name("R2L")})
	}
	d := dict{
		{"PageLayout", name(pages)},
		{"ViewerPreferences", viewer},
	}
	if lang := f.doc.Meta.Language; lang != "" {
		d = append(d, entry{"Lang", text(lang)})
	}
	return d, nil
}

// writePages writes the page tree, the pages and their contents.
func (f *finisher) writePages() error {
	root, err := lookup[dict](f.src, f.src.trailer, "Root", "Pages")
	if err != nil {
		return err
	}
	kids, err := lookup[array](f.src, root, "Kids")
	if err != nil {
		return err
	}
	if len(kids) != len(f.doc.Pages) {
		return fmt.Errorf("gofpdf wrote %d pages of %d", len(kids), len(f.doc.Pages))
	}
	links := f.links
	for i, kid := range kids {
		n := 0
		for n < len(links) && links[n].page == i {
			n++
		}
		if err := f.writePage(i, kid, root.get("MediaBox"), len(f.links)-len(links), n); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		links = links[n:]
	}
	return f.writePageTree()
}

// writePage writes a page. Its links are the next n from first on.
func (f *finisher) writePage(index int, kid, mediaBox object, first, n int) error {
	old, err := lookup[dict](f.src, kid)
	if err != nil {
		return err
	}
	contents, err := lookup[*stream](f.src, old, "Contents")
	if err != nil {
		return err
	}
	content := f.out.alloc()
	if err := f.out.putStream(content, dict{}, contents.data); err != nil {
		return err
	}
	if own := old.get("MediaBox"); own != nil {
		mediaBox = own
	}
	page := dict{
		{"Type", name("Page")},
		{"Parent", f.pageParent(index)},
		{"MediaBox", mediaBox},
		{"TrimBox", mediaBox},
		{"Resources", f.resources},
		{"Contents", content},
	}
	if n > 0 {
		annots, err := f.writeAnnotations(old, index, first, n)
		if err != nil {
			return err
		}
		// Tab goes from link to link in the order of the structure.
		page = append(page, entry{"Annots", annots}, entry{"Tabs", name("S")})
	}
	if f.tags != nil {
		page = append(page, entry{"StructParents", integer(index)})
	}
	return f.out.put(f.page(index), page)
}

// pagesPerNode is how many kids a node of the page tree has at most.
const pagesPerNode = 64

// writePageTree writes the nodes above the pages: one, or one for each 64 pages
// and one above these.
func (f *finisher) writePageTree() error {
	total := len(f.doc.Pages)
	if total <= pagesPerNode {
		return f.writePageNode(f.pageRoot, 0, f.pages, total, total)
	}
	nodes := 0
	first := f.pages - ref(f.pageNodes())
	for at := 0; at < total; at += pagesPerNode {
		n := min(pagesPerNode, total-at)
		if err := f.writePageNode(first+ref(nodes), f.pageRoot, f.page(at), n, n); err != nil {
			return err
		}
		nodes++
	}
	return f.writePageNode(f.pageRoot, 0, first, nodes, total)
}

// writePageNode writes a node whose n kids are numbered from first on.
func (f *finisher) writePageNode(r, parent, first ref, n, pages int) error {
	kids := make(array, n)
	for i := range kids {
		kids[i] = first + ref(i)
	}
	d := dict{{"Type", name("Pages")}, {"Kids", kids}, {"Count", integer(pages)}}
	if parent != 0 {
		d = append(d, entry{"Parent", parent})
	}
	return f.out.put(r, d)
}

// pageNodes is how many nodes stand between the root and the pages. Their numbers
// come just before those of the pages.
func (f *finisher) pageNodes() int {
	if n := len(f.doc.Pages); n > pagesPerNode {
		return (n + pagesPerNode - 1) / pagesPerNode
	}
	return 0
}

// pageParent returns the node above a page.
func (f *finisher) pageParent(index int) ref {
	if f.pageNodes() == 0 {
		return f.pageRoot
	}
	return f.pages - ref(f.pageNodes()) + ref(index/pagesPerNode)
}
