namespace CommerceVideo.Finishing.Sound;

/// <summary>A piece of music that is laid under films.</summary>
/// <param name="File">Sound that ffmpeg reads; shorter than a film it is looped, longer it is cut.</param>
/// <param name="Licence">What allows its use in advertising, as the merchant notes it.</param>
public sealed record SoundBed(string File, string Licence);
