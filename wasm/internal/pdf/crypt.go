package pdf

// key is what an encrypted file's strings and streams are decrypted with
// (ISO 32000-1, 7.6). Only the empty password is tried, which opens the many
// files that anyone may read but that forbid printing or changing.
type key struct {
	bytes   []byte
	strings cipher
	streams cipher
	meta    bool // metadata streams are encrypted too
}

type cipher uint8

const (
	cipherNone cipher = iota
	cipherRC4
	cipherAES
	cipherAES256
)

// padding stands in for the characters that a password lacks.
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// openKey makes the key when the file is encrypted. It returns ErrEncrypted when
// the empty password does not open it.
func (f *file) openKey() error {
	if f.key != nil || f.trailer["Encrypt"] == nil {
		return nil
	}
	d := f.dict(f.trailer["Encrypt"])
	version, revision := f.int(d["V"], 0), f.int(d["R"], 0)
	length := f.int(d["Length"], 40)
	if length > 16 && length%8 == 0 {
		length /= 8
	}
	k := key{strings: cipherRC4, streams: cipherRC4, meta: f.resolve(d["EncryptMetadata"]) != false}
	switch version {
	case 1:
		length = 5
	case 2, 3:
	case 4:
		k.streams, k.strings = f.cipher(d, "StmF"), f.cipher(d, "StrF")
		length = 16
	default:
		return ErrEncrypted
	}
	if f.name(d["Filter"]) != "Standard" || length < 5 || length > 16 {
		return ErrEncrypted
	}
	user, _ := f.resolve(d["U"]).(text)
	k.bytes = f.openKey128(d, revision, length, k.meta)
	if !opens(k.bytes, []byte(user), f.id(), revision) {
		return ErrEncrypted
	}
	f.key = &k
	clear(f.objects) // some were read before there was a key
	return nil
}

// cipher is what a crypt filter named in the dictionary does.
func (f *file) cipher(d dict, use name) cipher {
	filter := f.dict(f.dict(d["CF"])[f.name(d[use])])
	switch f.name(filter["CFM"]) {
	case "V2":
		return cipherRC4
	case "AESV2":
		return cipherAES
	case "AESV3":
		return cipherAES256
	}
	return cipherNone
}

// id is the first part of the file's identifier.
func (f *file) id() []byte {
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		t, _ := f.resolve(ids[0]).(text)
		return []byte(t)
	}
	return nil
}

// openKey128 is algorithm 2 for the empty password.
func (f *file) openKey128(d dict, revision, length int, meta bool) []byte {
	owner, _ := f.resolve(d["O"]).(text)
	p := uint32(int64(f.int(d["P"], 0)))
	in := append([]byte(padding), owner[:min(32, len(owner))]...)
	in = append(in, byte(p), byte(p>>8), byte(p>>16), byte(p>>24))
	in = append(in, f.id()...)
	if revision >= 4 && !meta {
		in = append(in, 0xff, 0xff, 0xff, 0xff)
	}
	sum := md5(in)
	if revision >= 3 {
		for range 50 {
			sum = md5(sum[:length])
		}
	}
	return append([]byte(nil), sum[:length]...)
}

// opens is algorithms 4 and 5: does the key make the stored proof?
func opens(key, proof, id []byte, revision int) bool {
	if revision < 3 {
		return len(proof) >= 32 && string(rc4(key, []byte(padding))) == string(proof[:32])
	}
	sum := md5(append([]byte(padding), id...))
	x := rc4(key, sum[:])
	turned := make([]byte, len(key))
	for i := byte(1); i <= 19; i++ {
		for j := range key {
			turned[j] = key[j] ^ i
		}
		x = rc4(turned, x)
	}
	return len(proof) >= 16 && string(x) == string(proof[:16])
}

// decryptBytes decrypts what belongs to the object r.
func (k *key) decryptBytes(data []byte, c cipher, r ref) []byte {
	if c == cipherNone || len(data) == 0 {
		return data
	}
	if c == cipherAES256 {
		return unCBC(k.bytes, data)
	}
	in := append(append([]byte(nil), k.bytes...),
		byte(r.num), byte(r.num>>8), byte(r.num>>16), byte(r.gen), byte(r.gen>>8))
	if c == cipherAES {
		in = append(in, "sAlT"...)
	}
	sum := md5(in)
	own := sum[:min(16, len(k.bytes)+5)]
	if c == cipherAES {
		return unCBC(own, data)
	}
	return rc4(own, data)
}

// decryptStream decrypts a stream's bytes where the file is encrypted.
func (f *file) decryptStream(data []byte, s *stream) []byte {
	kind := f.name(s.dict["Type"])
	if f.key == nil || kind == "XRef" || kind == "Metadata" && !f.key.meta {
		return data
	}
	for _, o := range f.list(s.dict["Filter"], s.dict["F"]) {
		if f.name(o) == "Crypt" {
			return data // the identity filter is the only one in use
		}
	}
	return f.key.decryptBytes(data, f.key.streams, s.ref)
}

// decrypted is an object read from the file with its strings decrypted.
func (f *file) decrypted(o object, r ref) object {
	if f.key == nil || f.trailer["Encrypt"] == object(r) {
		return o
	}
	switch o := o.(type) {
	case text:
		return text(f.key.decryptBytes([]byte(o), f.key.strings, r))
	case array:
		for i := range o {
			o[i] = f.decrypted(o[i], r)
		}
	case dict:
		for k := range o {
			o[k] = f.decrypted(o[k], r)
		}
	case *stream:
		f.decrypted(o.dict, r)
	}
	return o
}
