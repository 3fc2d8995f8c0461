namespace CommerceVideo.Media.Colours;

/// <summary>The same place in a frame and in the photo.</summary>
/// <param name="Product">Wholly product; else wholly ground.</param>
internal readonly record struct ColourMatch(YccColour Frame, YccColour Photo, bool Product, double Weight);
