package protocol

// CollectionID is the workspace in whose folders a collection is published. No
// workspace of a person is called so.
const CollectionID = "collection"
