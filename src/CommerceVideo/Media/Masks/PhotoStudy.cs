using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>A picture understood: its pixels, the product in it and what it stands on.</summary>
/// <param name="Person">Likely a person in the picture; null when it cannot be told.</param>
public sealed record PhotoStudy(Photo Photo, string ContentHash, ProductMask Mask, Ground Ground, bool? Person);
