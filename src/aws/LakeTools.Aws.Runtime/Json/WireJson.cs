using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon;
using Amazon.Runtime;

namespace LakeTools.Aws.Runtime.Json;

/// <summary>How the plain model classes become JSON on the wire, and back.</summary>
internal static class WireJson
{
    private static readonly ConditionalWeakTable<object, Dictionary<string, JsonElement>> s_unknownMembers = [];
    private static JsonSerializerOptions? s_exact;
    private static JsonSerializerOptions? s_camelCase;

    /// <summary>The options for a service's names.</summary>
    public static JsonSerializerOptions Options(bool camelCase) =>
        camelCase ? s_camelCase ??= Build(JsonNamingPolicy.CamelCase) : s_exact ??= Build(null);

    private static JsonSerializerOptions Build(JsonNamingPolicy? names)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = names,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(Adapt),
            Converters = { new EpochConverter(), new BlobConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void Adapt(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var isResponse = typeof(AmazonWebServiceResponse).IsAssignableFrom(type.Type);
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            // These three come from AWSSDK.Core, not from the body.
            if (isResponse
                && (property.AttributeProvider as System.Reflection.MemberInfo)?.DeclaringType == typeof(AmazonWebServiceResponse))
            {
                type.Properties.RemoveAt(i);
                continue;
            }

            // Made once per call: the SDK marshals before its retry handler, so all tries of a call carry the same token.
            if (property.AttributeProvider?.IsDefined(typeof(IdempotencyTokenAttribute), inherit: false) == true && property.Get is { } get)
                property.Get = instance => get(instance) ?? Guid.NewGuid().ToString();
            if (typeof(ICollection).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) =>
                    value is ICollection items && (items.Count > 0 || !AWSConfigs.InitializeCollections);
        }

        if (!isResponse && !typeof(AmazonWebServiceRequest).IsAssignableFrom(type.Type)) KeepUnknownMembers(type);
    }

    // A structure that is read, changed and written back must not lose what its service has and our class lacks.
    private static void KeepUnknownMembers(JsonTypeInfo type)
    {
        var members = type.CreateJsonPropertyInfo(typeof(Dictionary<string, JsonElement>), "(unknown members)");
        members.IsExtensionData = true;
        members.Get = static instance => s_unknownMembers.TryGetValue(instance, out var unknown) ? unknown : null;
        members.Set = static (instance, value) => s_unknownMembers.AddOrUpdate(instance, (Dictionary<string, JsonElement>)value!);
        type.Properties.Add(members);
    }
}
