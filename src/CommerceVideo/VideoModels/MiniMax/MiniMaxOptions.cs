namespace CommerceVideo.VideoModels.MiniMax;

public sealed class MiniMaxOptions : ProviderOptions
{
    public const string Section = "VideoModels:MiniMax";

    public MiniMaxOptions() => BaseAddress = new Uri("https://api.minimax.io/");
}
