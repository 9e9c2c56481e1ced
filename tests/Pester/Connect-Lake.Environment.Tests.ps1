BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $saved = @{}
    # The machine's own AWS settings must not decide how these tests end.
    foreach ($name in Get-ChildItem Env: | Where-Object Name -Like 'AWS_*' | ForEach-Object Name) {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        Remove-Item "Env:$name"
    }

    # Two accounts of one lake behind a port, each with keys of its administrator.
    $accounts = foreach ($account in '111111111111', '222222222222') {
        $lake = Connect-Lake -Local (Join-Path $TestDrive lake) -AccountId $account -PassThru -NoDefault
        $null = New-GlueDatabase "of-$account" -Connection $lake
        $server = Start-LakeServer -Local $lake.LocalPath -As $lake.Principal -PassThru
        @{ Lake = $lake; Key = $server.AccessKey; Secret = [System.Net.NetworkCredential]::new('', $server.SecretKey).Password; Uri = $server.Uri }
    }

    function Set-Account($Account) {
        $env:AWS_ACCESS_KEY_ID = $Account.Key
        $env:AWS_SECRET_ACCESS_KEY = $Account.Secret
    }
    function Get-Names { Get-GlueDatabase @args | ForEach-Object Name }
}

AfterAll {
    Stop-LakeServer
    foreach ($name in $saved.Keys) { Set-Item "Env:$name" $saved[$name] }
}

Describe 'Keys of the environment' {
    BeforeEach {
        Disconnect-Lake
        $env:AWS_REGION = 'us-east-1'
        $env:AWS_ENDPOINT_URL = $accounts[0].Uri
        Set-Account $accounts[0]
    }

    AfterEach { Get-ChildItem Env: | Where-Object Name -Like 'AWS_*' | ForEach-Object { Remove-Item "Env:$($_.Name)" } }

    It 'stay those of a connection that Connect-Lake made, when the variables change' {
        $connection = Connect-Lake -PassThru
        Set-Account $accounts[1]
        $null = New-GlueDatabase made -Connection $connection
        $null = New-GlueDatabase by-default
        (Test-LakeConnection -Connection $connection).AccountId | Should -Be '111111111111'
        Get-Names -Connection $accounts[0].Lake | Should -Be 'by-default', 'made', 'of-111111111111'
        Get-Names -Connection $accounts[1].Lake | Should -Be 'of-222222222222'
        Remove-GlueDatabase made, by-default -Connection $accounts[0].Lake -Force
    }

    It 'decide a command without a connection as they are now' {
        Get-Names | Should -Be 'of-111111111111'
        Set-Account $accounts[1]
        Get-Names | Should -Be 'of-222222222222'
    }

    It 'are read again for a command without a connection when <variable> changes' -ForEach @(
        @{ variable = 'AWS_SECRET_ACCESS_KEY'; value = 'another'; id = 'CredentialsRefused' }
        @{ variable = 'AWS_SESSION_TOKEN'; value = 'another'; id = 'CredentialsRefused' }
        @{ variable = 'AWS_ENDPOINT_URL_GLUE'; value = 'http://127.0.0.1:9'; id = 'ConnectionLost' }
    ) {
        Get-Names | Should -Contain 'of-111111111111'
        $env:AWS_MAX_ATTEMPTS = '1'
        Set-Item "Env:$variable" $value
        { Get-GlueDatabase -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,*"
    }
}
