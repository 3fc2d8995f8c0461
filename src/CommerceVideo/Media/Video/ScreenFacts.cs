namespace CommerceVideo.Media.Video;

/// <summary>What a film shows, from looks at it twice a second.</summary>
/// <param name="BlackStart">Its first picture is black.</param>
/// <param name="BarShare">Share of the side that black bars take which stand still through the film; 0 for none.</param>
/// <param name="Change">Mean change of lightness from one look to the next, 0 to 255; 0 where there was one look only.</param>
public sealed record ScreenFacts(bool BlackStart, double BarShare, double Change);
