using System.Net;
using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The error InternalServiceException of AWS Glue, HTTP status 500.</summary>
public partial class InternalServiceException : AmazonGlueException
{
    /// <summary>Makes the exception with a text.</summary>
    /// <param name="message">The text.</param>
    public InternalServiceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a text and its cause.</summary>
    /// <param name="message">The text.</param>
    /// <param name="innerException">The cause.</param>
    public InternalServiceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="innerException">The cause.</param>
    public InternalServiceException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>Makes the exception of an answer.</summary>
    /// <param name="message">The service's text.</param>
    /// <param name="errorType">Whose fault it is.</param>
    /// <param name="errorCode">The code on the wire.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public InternalServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception of an answer, with the transport's.</summary>
    /// <param name="message">The service's text.</param>
    /// <param name="innerException">The transport's exception.</param>
    /// <param name="errorType">Whose fault it is.</param>
    /// <param name="errorCode">The code on the wire.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public InternalServiceException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
