namespace Amazon.Glue.Model;

/// <summary>The shape OAuth2Properties of AWS Glue.</summary>
public partial class OAuth2Properties
{
    /// <summary>The o auth2 grant type.</summary>
    public OAuth2GrantType OAuth2GrantType { get; set; }

    /// <summary>The o auth2 client application.</summary>
    public OAuth2ClientApplication OAuth2ClientApplication { get; set; }

    /// <summary>The token url. At most 256 characters.</summary>
    public string TokenUrl { get; set; }

    /// <summary>The token url parameters map.</summary>
    public Dictionary<string, string> TokenUrlParametersMap { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
