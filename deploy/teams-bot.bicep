// The bot registration in Azure, with its Teams channel. See README.md beside this file.

@description('Name of the registration in Azure: letters, digits, - and _.')
@minLength(4)
@maxLength(42)
param botName string

@description('What people see.')
param displayName string = 'Bruggesprek'

@description('Where this installation is: https://, no path, no slash at the end (PUBLIC_URL).')
param publicUrl string

@description('SingleTenant: an app registration with a secret. UserAssignedMSI: a managed identity, without a secret.')
@allowed([
  'SingleTenant'
  'UserAssignedMSI'
])
param appType string = 'UserAssignedMSI'

@description('SingleTenant only: the application (client) id of the app registration.')
param appId string = ''

@description('UserAssignedMSI only: name of the managed identity that is made.')
param identityName string = '${botName}-identity'

@description('The organisation whose people may use the bot.')
param tenantId string = tenant().tenantId

param location string = resourceGroup().location

var managed = appType == 'UserAssignedMSI'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (managed) {
  name: identityName
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: '${publicUrl}/api/messages'
    msaAppType: appType
    msaAppTenantId: tenantId
    msaAppId: managed ? identity!.properties.clientId : appId
    msaAppMSIResourceId: managed ? identity.id : null
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
    }
  }
}

output MICROSOFT_APP_ID string = managed ? identity!.properties.clientId : appId
output MICROSOFT_APP_TYPE string = appType
output MICROSOFT_APP_TENANT_ID string = tenantId
output identityResourceId string = managed ? identity.id : ''
