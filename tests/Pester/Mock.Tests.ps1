# Tests of scripts that use the module replace its commands, and other modules wrap them.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $commands = Get-Command -Module LakeTools -CommandType Cmdlet | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"

    # A value of the parameter's type.
    function New-Value($Parameter) {
        $set = $Parameter.Attributes | Where-Object { $_ -is [ValidateSet] }
        if ($set) { return $set.ValidValues[0] }
        $type = $Parameter.ParameterType.GetElementType() ?? $Parameter.ParameterType
        switch ($type) {
            { $_ -eq [switch] } { return $true }
            { $_ -eq [hashtable] -or $_ -eq [System.Collections.IDictionary] } { return @{ a = 1 } }
            { $_ -eq [securestring] } { return ConvertTo-SecureString x -AsPlainText -Force }
            { $_.IsEnum } { return [enum]::GetValues($_)[0] }
            { $_ -eq [int] } { return 1 }
            { $_.Namespace -eq 'LakeTools' } { return [System.Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($_) }
            default { return 'x' }
        }
    }
}

Describe 'A command' {
    It 'is mocked: <Name>' -ForEach $commands {
        Mock $Name { 'mocked' }
        $set = ($Command.ParameterSets | Where-Object IsDefault) ?? $Command.ParameterSets[0]
        $mandatory = @{}
        foreach ($parameter in $set.Parameters | Where-Object IsMandatory) { $mandatory[$parameter.Name] = New-Value $parameter }
        & $Name @mandatory | Should -Be 'mocked'
        Should -Invoke $Name -Exactly 1
    }

    It 'is wrapped by a proxy: <Name>' -ForEach $commands {
        $text = [System.Management.Automation.ProxyCommand]::Create([System.Management.Automation.CommandMetadata]::new($Command))
        Set-Item function:proxy ([scriptblock]::Create($text))
        $parameters = (Get-Command proxy).Parameters
        $Command.Parameters.Keys | Where-Object { -not $parameters.ContainsKey($_) } | Should -BeNullOrEmpty
        foreach ($parameter in $Command.Parameters.Values) { $parameters[$parameter.Name].ParameterType | Should -Be $parameter.ParameterType }
    }

    It 'has parameters whose types scripts can name' {
        [LakeTools.Rules.Resources.CatalogShare]'Foreign' | Should -Be 'Foreign'
        [LakeTools.LakePlan] | Should -Be (Get-Command Format-LakePlan).Parameters['Plan'].ParameterType
    }
}
