using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>One app on fal's queue: how its input is written; pure. One more is one more file and its line in <see cref="FalApps"/>.</summary>
internal interface IFalApp
{
    /// <summary>Owner, app and what is behind them, e.g. <c>fal-ai/pika/v2.2/image-to-video</c>: the register's wire name.</summary>
    string Endpoint { get; }

    FalInput Input(GenerationRequest request, PreparedFrames frames);
}

/// <param name="Warnings">What of the Shot did not go in.</param>
internal sealed record FalInput(JsonObject Body, IReadOnlyList<string> Warnings);
