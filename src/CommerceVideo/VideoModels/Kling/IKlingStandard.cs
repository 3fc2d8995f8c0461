using System.Text.Json;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>One of Kling's two API standards: paths, bodies and words; pure.</summary>
internal interface IKlingStandard
{
    /// <summary>The request that buys a task, and what the model does not take of it. Null: this standard does not have the model.</summary>
    KlingCreate? Create(GenerationRequest request, RequestPictures pictures);

    HttpRequestMessage Query(string ticket, ProviderKey key, DateTimeOffset now);

    /// <summary>By our own name for the task.</summary>
    HttpRequestMessage LookUp(Guid generation, ProviderKey key, DateTimeOffset now);

    string? Ticket(JsonElement created);

    /// <returns>Null when the answer holds no task.</returns>
    KlingTask? Task(JsonElement queried);
}

/// <param name="Path">Below the base address.</param>
internal sealed record KlingCreate(string Path, JsonElement Body, IReadOnlyList<string> Warnings);
