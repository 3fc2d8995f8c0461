using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>One of Luma's two APIs: paths, bodies and words; pure.</summary>
internal interface ILumaApi
{
    /// <summary>Whose base address and keys it has.</summary>
    bool IsAgents { get; }

    /// <summary>Below its base address: where generations are bought.</summary>
    string CreatePath { get; }

    /// <summary>Below its base address: where they are read.</summary>
    string ReadPath { get; }

    JsonObject Body(GenerationRequest request, string prompt, LumaFrame first, LumaFrame? last);

    /// <returns>Null when this is no generation.</returns>
    LumaGeneration? Read(JsonElement generation);
}
