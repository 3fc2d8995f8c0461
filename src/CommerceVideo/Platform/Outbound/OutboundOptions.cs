namespace CommerceVideo.Platform.Outbound;

public sealed class OutboundOptions
{
    public const string Section = "Outbound";

    /// <summary>Only the sandbox sets it: lets foreign addresses be plain http on this machine.</summary>
    public bool AllowLoopback { get; set; }
}
