namespace CommerceVideo.Finishing.Variations;

/// <summary>A piece of a film, and which part of the product it shows.</summary>
public readonly record struct VariedShot(CutPiece Piece, FramePart Part);
