namespace CommerceVideo.Finishing.Words;

/// <summary>What is written on a film: the brand's words, and what the product costs now.</summary>
public sealed record FilmWords(BrandKit Kit, Offer? Offer);
