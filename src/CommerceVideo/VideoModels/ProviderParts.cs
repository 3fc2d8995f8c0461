using CommerceVideo.Platform.Outbound;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels;

/// <summary>What an adapter is put together from.</summary>
/// <param name="Foreign">For addresses that the provider's answers name, on origins that must not see the key.</param>
internal sealed record ProviderParts<TOptions>(
    TOptions Options,
    ProviderApi Api,
    PicturePreparation Pictures,
    ClipDownload Clips,
    ForeignFetch Foreign,
    TimeProvider Time,
    PictureLinks Links
)
    where TOptions : ProviderOptions;
