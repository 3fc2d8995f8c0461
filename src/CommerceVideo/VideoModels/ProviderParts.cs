using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels;

/// <summary>What an adapter is put together from.</summary>
internal sealed record ProviderParts<TOptions>(
    TOptions Options,
    ProviderApi Api,
    PicturePreparation Pictures,
    ClipDownload Clips,
    TimeProvider Time,
    PictureLinks Links
)
    where TOptions : ProviderOptions;
