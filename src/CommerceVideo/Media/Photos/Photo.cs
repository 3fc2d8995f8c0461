namespace CommerceVideo.Media.Photos;

/// <summary>
/// A decoded picture: upright, sRGB, 8 bits a channel, straight (not premultiplied) RGBA, row by row,
/// <c>Width * Height * 4</c> bytes.
/// </summary>
public sealed record Photo(int Width, int Height, byte[] Rgba, bool HasAlpha);
