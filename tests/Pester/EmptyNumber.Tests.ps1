# An unset variable, in quotes or not, is not 0, and half a pattern is not a name.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $common = [System.Management.Automation.Cmdlet]::CommonParameters
    $numbers = foreach ($command in Get-Command -Module LakeTools | Where-Object CommandType -EQ Cmdlet) {
        foreach ($parameter in $command.Parameters.Values | Where-Object Name -NotIn $common) {
            $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
            if ($type -notin [int], [long], [double], [datetime], [timespan]) { continue }
            foreach ($empty in '', $null) {
                @{ Name = $command.Name; Parameter = $parameter.Name; Command = $command; Empty = $empty; What = $null -eq $empty ? 'null' : 'an empty text' }
            }
        }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
}

AfterAll { Disconnect-Lake }

Describe '<Name> -<Parameter> with <What>' -ForEach $numbers {
    It 'is an error' {
        $set = $Command.ParameterSets | Where-Object { $_.Parameters.Name -contains $Parameter } | Select-Object -First 1
        $values = @{ $Parameter = $Empty }
        foreach ($item in $set.Parameters | Where-Object { $_.IsMandatory -and $_.Name -ne $Parameter }) {
            $values[$item.Name] = if ($item.ParameterType -eq [switch]) { $true } elseif ($item.Attributes.ValidValues) { $item.Attributes.ValidValues[0] } else { 'x' }
        }
        $failed = $null
        try { $null = & $Name @values -ErrorAction Stop } catch { $failed = $_ }
        $failed.FullyQualifiedErrorId | Should -Match '^(ParameterArgument\w+Error|CannotConvertArgumentNoMessage|LakeTools\.ResourceNameEmpty),'
    }
}

Describe 'Half a pattern' {
    It 'is an error of <Name>' -ForEach @(
        @{ Name = 'Get-GlueDatabase'; Do = { Get-GlueDatabase '[x' } }
        @{ Name = 'Get-GlueTable'; Do = { Get-GlueTable '[x' } }
        @{ Name = 'Get-LakeTag'; Do = { Get-LakeTag '[x' } }
        @{ Name = 'Get-LakeTagExpression'; Do = { Get-LakeTagExpression '[x' } }
        @{ Name = 'Get-LakeLocation'; Do = { Get-LakeLocation 's3://[x' } }
        @{ Name = 'Get-LakePermission'; Do = { Get-LakePermission -DatabaseName '[x' } }
        @{ Name = 'Get-LakePermission -TableName'; Do = { Get-LakePermission -DatabaseName d1 -TableName '[x' } }
        @{ Name = 'Get-LakeOptIn'; Do = { Get-LakeOptIn -DatabaseName '[x' } }
        @{ Name = 'Get-LakeAccessEvent'; Do = { Get-LakeAccessEvent -DatabaseName '[x' } }
    ) {
        $ErrorActionPreference = 'Stop'
        $Do | Should -Throw -ErrorId 'LakeTools.PatternInvalid,*'
    }
}

Describe 'The URL of a connection' {
    It 'has no password: <Url>' -ForEach @(
        @{ Url = 'jdbc:postgresql://h:5432/db?user=u&password=PW' }
        @{ Url = 'jdbc:sqlserver://h:1433;databaseName=d;user=u;Password=PW' }
        @{ Url = 'mongodb://u:PW@h:27017/db' }
    ) {
        $failed = $null
        New-LakeGlueConnection gc1 -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = $Url } -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'LakeTools.SecretInProperty,LakeTools.Cmdlets.Glue.NewLakeGlueConnectionCommand'
        "$failed" | Should -Not -Match 'PW'
        { Get-LakeGlueConnection gc1 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.GlueConnectionNotFound,*'
    }

    It 'may have the place of one' {
        $url = 'jdbc:mysql://h:3306/db?user=${Username}&password=${Password}'
        (New-LakeGlueConnection gc2 -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = $url }).Property.JDBC_CONNECTION_URL | Should -Be $url
    }
}
