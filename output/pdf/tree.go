package pdf

// treeLeaf is a pair in a name tree or a number tree. The key is a text or an
// integer.
type treeLeaf struct{ key, value object }

// leavesPerNode is how many pairs a node of a tree holds.
const leavesPerNode = 64

// writeTree writes a name tree or a number tree (ISO 32000-1 §7.9.6 and §7.9.7)
// and returns its root. leaves are sorted; key is "Names" or "Nums".
func (f *finisher) writeTree(key name, leaves []treeLeaf) (ref, error) {
	root := f.out.alloc()
	if len(leaves) <= leavesPerNode {
		return root, f.out.put(root, dict{{key, flatten(leaves)}})
	}
	var kids array
	for len(leaves) > 0 {
		part := leaves[:min(leavesPerNode, len(leaves))]
		leaves = leaves[len(part):]
		kid := f.out.alloc()
		kids = append(kids, kid)
		limits := array{part[0].key, part[len(part)-1].key}
		if err := f.out.put(kid, dict{{"Limits", limits}, {key, flatten(part)}}); err != nil {
			return 0, err
		}
	}
	return root, f.out.put(root, dict{{"Kids", kids}})
}

func flatten(leaves []treeLeaf) array {
	a := make(array, 0, 2*len(leaves))
	for _, leaf := range leaves {
		a = append(a, leaf.key, leaf.value)
	}
	return a
}
