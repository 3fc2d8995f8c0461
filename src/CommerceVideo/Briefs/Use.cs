namespace CommerceVideo.Briefs;

/// <summary>What a video is for. Page and Social are planned by default, the others when asked.</summary>
public enum Use
{
    Page,
    Social,
    Hero,
    Isolation,
    Lifestyle,
}
