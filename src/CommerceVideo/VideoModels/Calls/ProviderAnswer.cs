using System.Net.Http.Headers;
using System.Text.Json;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>How one exchange with a provider went.</summary>
internal abstract record ProviderAnswer
{
    private ProviderAnswer() { }

    /// <param name="Body">Undefined where the body is empty or no JSON.</param>
    public sealed record Answered(int Status, JsonElement Body, HttpResponseHeaders Headers) : ProviderAnswer
    {
        public bool IsSuccess => Status is >= 200 and < 300;

        public bool IsJson => Body.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>Nothing reached the provider: no connection stood, or it is not asked for a while after failing often.</summary>
    public sealed record NotSent(string Reason) : ProviderAnswer;

    /// <summary>The request may have been taken; its answer did not arrive (whole).</summary>
    public sealed record Lost(string Reason) : ProviderAnswer;
}
