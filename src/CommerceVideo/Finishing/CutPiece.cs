namespace CommerceVideo.Finishing;

/// <summary>A run of frames of one Take.</summary>
public readonly record struct CutPiece(int Take, int First, int Frames);
